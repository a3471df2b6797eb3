// Bundles lib/ (tsc's output) into dist/, which is committed: runners start dist/ without installing anything.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ncc from '@vercel/ncc';

// No source maps: they are larger than the bundle and slow every start; the bundle is not minified, so its stack traces can be read as they are.
const { code, assets } = await ncc(path.resolve('lib/main.js'), {
  quiet: true,
  license: 'licenses.txt',
  // undici loads Node's HTTP/2, a third of its loading time, where it is there. This action speaks HTTP/1.1 (http.ts), so for the bundle it is not.
  externals: { 'node:http2': 'node:http2-not-used' },
});
/** yaml asks the environment at each token whether to log it, which takes a quarter of its time. */
function withoutTokenLog(source: string | Uint8Array): string {
  return Buffer.from(source).toString().replaceAll('node_process.env.LOG_TOKENS', 'false');
}

await rm('dist', { recursive: true, force: true });
await mkdir('dist');
await writeFile('dist/index.js', withoutTokenLog(code));
for (const [name, { source }] of Object.entries(assets))
  await writeFile(path.join('dist', name), withoutTokenLog(source));
// Both phases are one bundle: main.ts looks at the name of the file that was started.
await writeFile('dist/post.js', "import './index.js';\n");
await writeFile('dist/package.json', '{"type":"module"}\n');
