// Bundles lib/ (tsc's output) into dist/, which is committed: runners start dist/ without installing anything.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ncc from '@vercel/ncc';

/** Modules that the bundle does without: ncc leaves the `require` and not what it loads. Undici needs none of them to send a request and to hand over the answer. */
const LEFT_OUT = [
  // This action speaks HTTP/1.1 (http/client.ts).
  './client-h2.js',
  // Another parser, which undici uses only where an environment variable asks for it.
  './parser-h1.js',
  // The parser without SIMD. Every Node that runs this action has SIMD.
  '../llhttp/llhttp-wasm.js',
  // FormData as a body.
  '../web/fetch/body.js',
  '../web/fetch/formdata',
  '../web/webidl',
];

/** What is said otherwise in the bundle than in the libraries. Each must be found, or a library has changed and somebody must look. */
const REWRITTEN: readonly (readonly [before: RegExp, after: string])[] = [
  // yaml asks the environment at each token whether to log it, which takes a quarter of its time.
  [/node_process\.env\.LOG_TOKENS/g, 'false'],
  // undici would load these with its client, and not only where they are needed.
  [/(?<=const connectH2 = )__nccwpck_require__\(\d+\)/g, 'undefined'],
  [/typeof esbuildDetection === 'undefined'/g, 'false'],
  // undici would take the parser without SIMD where one of these is set.
  [/process\.env\.(JEST_WORKER_ID|UNDICI_NO_WASM_SIMD)(?= )/g, 'undefined'],
  // undici would load node:http for one number (this is its default), and for a check of bodies that are streams.
  [/(?<=const http = )__nccwpck_require__\(\d+\)/g, '{ maxHeaderSize: 16 * 1024 }'],
  [/const \{ IncomingMessage \} = __nccwpck_require__\(\d+\)/g, 'const IncomingMessage = null'],
  // undici only calls it, so it needs no more of node:assert than this.
  [
    /(?<=const assert = )__nccwpck_require__\(\d+\)/g,
    "(holds, message = 'undici: an assertion failed') => { if (!holds) throw message instanceof Error ? message : new Error(message) }",
  ],
  // undici reads two tables of its parser's constants; the others take longer to set up than the rest of undici.
  [/exports\.METHODS = \{\n {4}'DELETE': 0,[\s\S]*?(?=\n\/\*{3}\/ \}\),\n)/g, ''],
  // undici plants a tree of header names, to be faster than toLowerCase() where there are many headers.
  [/for \(let i = 0; i < wellknownHeaderNames\.length; \+\+i\) \{\n.*\n {2}tree\.insert\(key, key\)\n\}\n/g, ''],
  // A `require` made anew for each of Node's own modules takes longer than loading most of them.
  [/__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)(?=\("(?!not-in-the-bundle))/g, 'process.getBuiltinModule'],
];

// No source maps: they are larger than the bundle and slow every start; the bundle is not minified, so its stack traces can be read as they are.
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
// Both phases are one bundle: main.ts looks at the name of the file that was started.
await writeFile('dist/post.js', "import './index.js';\n");
await writeFile('dist/package.json', '{"type":"module"}\n');

/** Node reads ASCII at twice the speed, and V8 keeps it in half the memory. An escape says the same in a string, a template, a pattern and a comment; elsewhere it would be a syntax error. */
function inAscii(code: string): string {
  return code.replaceAll(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
