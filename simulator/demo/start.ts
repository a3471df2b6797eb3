// `npm start`: runs the real bundle with the simulator, and leaves a folder with everything that a workflow would get.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandLineError } from '../../src/inputs/command-line.ts';
import type { InputName } from '../../src/inputs/table.ts';
import { readActionFile } from '../runner/action-file.ts';
import { pullRequestEvent } from '../runner/environment.ts';
import { type RunOptions, type RunResult, runPost, startAction } from '../runner/runner.ts';
import { type Simulator, startSimulator } from '../server.ts';
import { parseObject } from '../wire.ts';
import { helpText, readArguments } from './arguments.ts';
import { bringInputFiles, emptyDemoFolder } from './demo-folder.ts';
import { unescapeHtml } from './github-markdown.ts';
import { type Link, renderPage } from './page.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DEMO = join(ROOT, 'runcomfy-demo');
const WORKSPACE = join(DEMO, 'workspace');
/** Where npm was started. npm itself starts this file in the root of the repository. */
const STARTED_IN = process.env.INIT_CWD ?? process.cwd();

/** The demo without arguments. */
const DEFAULT_DEMO = { prompt: 'A lighthouse at dawn, seen from the sea', count: '4', seed: '7' };
/** With any of these, the defaults above are not used. */
const SOURCES: readonly InputName[] = [
  'mode',
  'prompt',
  'prompt-file',
  'manifest',
  'collect',
  'parameters',
  'files',
  'deployment',
];
/** Slow enough to watch: with four images about three seconds. */
const PACE = { queueMs: 300, runMs: 900, workers: 2 };

/** Runs the demo, and returns the exit code of the process. */
async function main(): Promise<number> {
  const action = await readActionFile(ROOT);
  const given = readArguments(process.argv.slice(2));
  if (given.help) {
    console.log(helpText(action.inputs, Math.min(process.stdout.columns ?? 100, 100)));
    return 0;
  }
  const asked: Readonly<Record<string, string>> = SOURCES.some((name) => given.inputs[name])
    ? given.inputs
    : { ...DEFAULT_DEMO, ...given.inputs };

  // With a manifest, the second run finds the images and the lock of the first, as in a repository.
  await emptyDemoFolder(DEMO, asked.manifest === undefined ? [] : ['workspace']);
  await mkdir(WORKSPACE, { recursive: true });
  const inputs = await bringInputFiles(asked, STARTED_IN, WORKSPACE);
  await using simulator = await startSimulator(PACE);
  // Users can try invalid inputs here on purpose. The page shows the result.
  simulator.expectUnexpected();
  // Every deployment id exists.
  const saved = parseObject(await readFile(join(ROOT, 'examples/comfyui/poster_api.json')));
  simulator.comfyui.deployAny({ graph: saved, bootMs: 1_500, runMs: PACE.runMs });
  console.log('Running the action with the simulator; nothing leaves this machine.\n');
  const options: RunOptions = {
    inputs: {
      ...inputs,
      'api-token': simulator.token,
      'api-url': simulator.url,
      'deployments-url': simulator.url,
    },
    env: {},
    simulator,
    workspace: WORKSPACE,
    // A comment needs a pull request.
    ...(asked.comment?.toLowerCase() === 'true' ? { event: pullRequestEvent() } : {}),
    onLine: (line) => console.log(line),
  };
  await using result = await runWatched(options);
  const post = await runPost(result, options);
  await leaveEverything(asked, result, post, simulator);
  return result.exitCode || (result.conclusion === 'success' ? 0 : 1);
}

/** Runs the action. Ctrl-C is the Cancel button. A second one changes nothing. */
async function runWatched(options: RunOptions): Promise<RunResult> {
  const running = await startAction(options);
  let told = false;
  const cancel = () => {
    if (!told) console.log('\nCancelling, as the Cancel button does. This takes at most ten seconds.');
    told = true;
    running.cancel();
  };
  process.on('SIGINT', cancel).on('SIGTERM', cancel);
  try {
    return await running.done;
  } finally {
    process.off('SIGINT', cancel).off('SIGTERM', cancel);
  }
}

/** Writes the results of the run to the demo folder, and prints its path. */
async function leaveEverything(
  asked: Readonly<Record<string, string>>,
  result: RunResult,
  post: RunResult | null,
  simulator: Simulator,
): Promise<void> {
  const images = savedImages(result.outputs.images ?? '');
  const summary = [result.summary, post?.summary ?? ''].filter((text) => text !== '').join('\n\n');
  const files: Link[] = [];
  const localFiles = new Map(images.flatMap(({ url, path }) => (url === null ? [] : [[url, `workspace/${path}`]])));
  const comments = simulator.github.comments.map(({ body }) => body);
  for (const [address, path] of await leavePreviews(comments.join('\n'), simulator)) localFiles.set(address, path);
  if (result.outputs['report-file']) {
    await copyFile(result.outputs['report-file'], join(DEMO, 'report.json'));
    files.push({ label: 'Report', path: 'report.json' });
  }
  for (const artifact of simulator.artifacts.filter((one) => one.finalized)) {
    const name = basename(artifact.name) + (artifact.mimeType === 'application/zip' ? '.zip' : '');
    await mkdir(join(DEMO, 'artifacts'), { recursive: true });
    await writeFile(join(DEMO, 'artifacts', name), artifact.bytes);
    files.push({ label: `Artifact ${name}`, path: `artifacts/${name}` });
    const url = result.outputs['artifact-url']?.replace(/\d+$/, String(artifact.id));
    if (url) localFiles.set(url, `artifacts/${name}`);
  }
  if (summary !== '') {
    await writeFile(join(DEMO, 'summary.md'), summary);
    files.push({ label: 'Job summary, Markdown', path: 'summary.md' });
  }
  if (comments.length > 0) {
    await writeFile(join(DEMO, 'comment.md'), comments.join('\n\n'));
    files.push({ label: 'Preview comment, Markdown', path: 'comment.md' });
  }
  const page = renderPage({
    conclusion: result.conclusion,
    seconds: result.seconds,
    inputs: Object.fromEntries(Object.entries(asked).filter(([name]) => !/token$/.test(name))),
    images: images.map(({ path }) => ({ label: path, path: `workspace/${path}` })),
    summary,
    comments,
    localFiles,
    annotations: [...result.annotations, ...(post?.annotations ?? [])],
    log: post === null || post.log === '' ? result.log : `${result.log}\n\n▼ Post\n${post.log}`,
    outputs: result.outputs,
    files,
    markdownStyle: await readFile(new URL(import.meta.resolve('github-markdown-css/github-markdown.css')), 'utf8'),
  });
  await writeFile(join(DEMO, 'index.html'), page);

  const shown = relative(STARTED_IN, DEMO) || DEMO;
  const skipped = result.outputs['skipped-count'] ?? '';
  console.log(
    `\n${images.length} made${skipped === '' || skipped === '0' ? '' : `, ${skipped} unchanged`}: ${result.conclusion} in ${result.seconds.toFixed(1)} s`,
  );
  for (const { path } of images) console.log(`  ${join(shown, 'workspace', path)}`);
  for (const { path } of files) console.log(`  ${join(shown, path)}`);
  console.log(`\nSee it all: ${pathToFileURL(join(DEMO, 'index.html'))}`);
}

/** Writes the pictures of a comment from the simulated repository, and returns the path for each of their URLs. */
async function leavePreviews(comment: string, simulator: Simulator): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  for (const [, source = ''] of comment.matchAll(/<img src="([^"]+)"/g)) {
    const address = unescapeHtml(source);
    const bytes = simulator.github.raw(address);
    if (bytes === null) continue;
    const path = `previews/${paths.size}${extname(new URL(address).pathname)}`;
    await mkdir(join(DEMO, 'previews'), { recursive: true });
    await writeFile(join(DEMO, path), bytes);
    paths.set(address, path).set(address.replace(/\?raw=true$/, ''), path);
  }
  return paths;
}

/** The path and the URL of each file in output `images`. */
function savedImages(output: string): { path: string; url: string | null }[] {
  const images: unknown = output === '' ? [] : JSON.parse(output);
  if (!Array.isArray(images)) return [];
  return images.map((image: unknown) => {
    const fields = new Map<string, unknown>(Object.entries(image ?? {}));
    const url = fields.get('url');
    return { path: String(fields.get('path')), url: typeof url === 'string' ? url : null };
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(
    error instanceof CommandLineError ? `${error.message}\nnpm start -- --help lists all options.` : error.message,
  );
  process.exitCode = 2;
}
