// `npm run lint:workflows`: runs actionlint and zizmor on workflows, examples, and snippets in README and docs. Not part of `npm test`, because neither is an
// npm package: go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12; pip install zizmor. Or set ACTIONLINT and ZIZMOR to their paths.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '..');
const ACTIONLINT = process.env.ACTIONLINT ?? 'actionlint';
const ZIZMOR = process.env.ZIZMOR ?? 'zizmor';

/** Readers choose between a tag and a commit of this action. All other actions are pinned in the snippets. */
const ZIZMOR_CONFIG = `rules:
  self-repository:
    # Its own workflows use what they have just checked out.
    disable: true
  unpinned-uses:
    config:
      policies:
        your-org/runcomfy-action: ref-pin
        '*': hash-pin
`;

/** A workflow around snippets with only steps. */
const AROUND_STEPS = `name: Snippet
on: workflow_dispatch
permissions:
  contents: read
concurrency:
  group: snippet
jobs:
  snippet:
    name: Snippet
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
`;

const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT })
  .toString()
  .split('\0');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** Every workflow in files and snippets, by its location. */
function workflows(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of listed) {
    if (/^(examples|\.github\/workflows)\/.*\.yml$/.test(file)) add(file, read(file));
    if (!/^(README|SECURITY|CONTRIBUTING|docs\/.*)\.md$/.test(file)) continue;
    for (const [n, [, block = '']] of [...read(file).matchAll(/^```yaml\n(.*?)^```$/gms)].entries())
      add(`${file}-${n + 1}.yml`, block);
  }
  return found;

  function add(name: string, text: string): void {
    const content: unknown = parse(text);
    if (Array.isArray(content)) found.set(name, AROUND_STEPS + text.replace(/^(?=.)/gm, '      '));
    // Others are manifests, for example.
    else if (typeof content === 'object' && content !== null && 'jobs' in content) found.set(name, text);
  }
}

function run(command: string, args: readonly string[], cwd: string): boolean {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (error !== undefined) console.error(`${command} does not start (${error.message}): see the head of this script.`);
  return status === 0;
}

const folder = mkdtempSync(path.join(tmpdir(), 'workflows-'));
try {
  const home = path.join(folder, '.github', 'workflows');
  mkdirSync(home, { recursive: true });
  // actionlint needs the root of a repository.
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  const files = [...workflows()].map(([name, text]) => {
    const file = path.join(home, name.replaceAll('/', '+'));
    writeFileSync(file, text);
    return file;
  });
  // For `uses: ./`.
  writeFileSync(path.join(folder, 'action.yml'), read('action.yml'));
  mkdirSync(path.join(folder, 'dist'));
  for (const name of ['index.js', 'post.js']) writeFileSync(path.join(folder, 'dist', name), '');
  writeFileSync(path.join(folder, 'zizmor.yml'), ZIZMOR_CONFIG);
  console.log(`${files.length} workflows.`);
  const results = [
    run(ACTIONLINT, ['-no-color', ...files], folder),
    run(
      ZIZMOR,
      ['--offline', '--quiet', '--config', 'zizmor.yml', ...process.argv.slice(2), '.github/workflows'],
      folder,
    ),
  ];
  process.exitCode = results.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
