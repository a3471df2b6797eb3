// Bundles lib/ (tsc's output) into dist/, which is committed: runners start dist/ without installing anything.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import ncc from '@vercel/ncc';

/** Modules that are left out of the bundle: ncc keeps the `require`, but not the module. Undici needs none of them to send a request and return the response. */
const LEFT_OUT = [
  // This action speaks HTTP/1.1 (http/client.ts).
  './client-h2.js',
  // Another parser, which undici only uses if an environment variable is set.
  './parser-h1.js',
  // The parser without SIMD. Every Node that can run this action has SIMD.
  '../llhttp/llhttp-wasm.js',
  // FormData as a body.
  '../web/fetch/body.js',
  '../web/fetch/formdata',
  '../web/webidl',
];

/** Code of libraries that is replaced in the bundle. Each pattern must match; otherwise, a library has changed and this needs a review. */
const REWRITTEN: readonly (readonly [before: RegExp, after: string])[] = [
  // yaml reads an environment variable at each token, which takes a quarter of its time.
  [/node_process\.env\.LOG_TOKENS/g, 'false'],
  // undici would load these with its client, even if they are not needed.
  [/(?<=const connectH2 = )__nccwpck_require__\(\d+\)/g, 'undefined'],
  [/typeof esbuildDetection === 'undefined'/g, 'false'],
  // undici would use the parser without SIMD if one of these is set.
  [/process\.env\.(JEST_WORKER_ID|UNDICI_NO_WASM_SIMD)(?= )/g, 'undefined'],
  // undici would load node:http for one number (this is its default), and for a check of bodies that are streams.
  [/(?<=const http = )__nccwpck_require__\(\d+\)/g, '{ maxHeaderSize: 16 * 1024 }'],
  [/const \{ IncomingMessage \} = __nccwpck_require__\(\d+\)/g, 'const IncomingMessage = null'],
  // undici only calls `assert` as a function, so this replacement for node:assert is enough.
  [
    /(?<=const assert = )__nccwpck_require__\(\d+\)/g,
    "(holds, message = 'undici: an assertion failed') => { if (!holds) throw message instanceof Error ? message : new Error(message) }",
  ],
  // undici reads two tables of its parser's constants; the others take longer to set up than the rest of undici.
  [/exports\.METHODS = \{\n {4}'DELETE': 0,[\s\S]*?(?=\n\/\*{3}\/ \}\),\n)/g, ''],
  // undici builds a tree of header names, which is only faster than toLowerCase() with many headers.
  [/for \(let i = 0; i < wellknownHeaderNames\.length; \+\+i\) \{\n.*\n {2}tree\.insert\(key, key\)\n\}\n/g, ''],
  // Creating a new `require` for each of Node's own modules takes longer than loading most of them.
  [/__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)(?=\("(?!not-in-the-bundle))/g, 'process.getBuiltinModule'],
];

// No source maps: they are larger than the bundle, and slow down every start. The bundle is not minified, so stack traces are readable.
const { code, assets } = await ncc(path.resolve('lib/main.js'), {
  quiet: true,
  license: 'licenses.txt',
  externals: Object.fromEntries(LEFT_OUT.map((name) => [name, `not-in-the-bundle/${path.basename(name)}`])),
});

const texts = new Map([['index.js', code]]);
for (const [name, { source }] of Object.entries(assets)) texts.set(name, Buffer.from(source).toString());
const all = [...texts.values()].join('\n');
for (const name of LEFT_OUT) {
  if (!all.includes(`("not-in-the-bundle/${path.basename(name)}")`)) throw new Error(`Nothing requires ${name}.`);
}
for (const [before] of REWRITTEN) if (!before.test(all)) throw new Error(`The bundle has no ${before}.`);

await rm('dist', { recursive: true, force: true });
await mkdir('dist');
for (const [name, text] of texts) {
  const written = REWRITTEN.reduce((rest, [before, after]) => rest.replaceAll(before, after), text);
  await writeFile(path.join('dist', name), name === 'index.js' ? inAscii(written) : written);
}
// Every entry point starts the same bundle: main.ts depends on the name of the started file.
await writeFile('dist/post.js', "import './index.js';\n");
await copyFile('src/cli.cjs', 'dist/cli.cjs');
await writeFile('dist/package.json', '{"type":"module"}\n');

// The rewritten text must still be valid JavaScript.
await Promise.all(
  [...texts.keys()]
    .filter((name) => name.endsWith('.js'))
    .map((name) => promisify(execFile)(process.execPath, ['--check', path.join('dist', name)])),
);

/** Node reads ASCII files twice as fast, and V8 needs half the memory for them. Escapes work in strings, templates and regular expressions. Elsewhere, they are invalid, and fail the check. */
function inAscii(code: string): string {
  return code.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
