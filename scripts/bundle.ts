// Bundles lib/ (tsc's output) into dist/, which is committed: runners start dist/ without installing anything.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
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
  await writeFile(path.join('dist', name), written);
}
// All that starts is one bundle: main.ts looks at the name of the file that was started.
await writeFile('dist/post.js', "import './index.js';\n");
await copyFile('src/cli.cjs', 'dist/cli.cjs');
await writeFile('dist/package.json', '{"type":"module"}\n');
