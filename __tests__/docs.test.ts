// The documents match the repository: workflows that use the action, links, and nothing that belongs to one machine.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { openWorkspace } from '../src/files/workspace.ts';
import { readInputs } from '../src/inputs/inputs.ts';
import { parseMapping } from '../src/inputs/mapping.ts';
import { INPUTS } from '../src/inputs/table.ts';

const ROOT = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
/** Of the repository, also those that are not committed yet; relative to its root. */
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT })
  .toString()
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(ROOT, file)));
const own = files.filter((file) => !file.startsWith('dist/'));
const markdown = own.filter((file) => file.endsWith('.md'));

const { inputs, outputs }: Record<'inputs' | 'outputs', object> = parse(read('action.yml'));

/** Everything that is a workflow or a part of one: name and YAML. */
const workflows: readonly (readonly [string, string])[] = [
  ...files
    .filter((file) => /^(examples|\.github\/workflows)\/.*\.yml$/.test(file))
    .map((file) => [file, read(file)] as const),
  ...markdown.flatMap((file) =>
    [...read(file).matchAll(/^```yaml\n(.*?)^```$/gms)].map(
      ([, block = ''], n) => [`${file}, block ${n + 1}`, block] as const,
    ),
  ),
];

interface Step {
  readonly id: string;
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
}

/** All objects of the document that look like steps. */
function stepsIn(node: unknown): readonly Step[] {
  if (typeof node !== 'object' || node === null) return [];
  const members = new Map<string, unknown>(Object.entries(node));
  const given = Object.entries(members.get('with') ?? {}).map(([name, value]) => [name, String(value)] as const);
  const step = {
    id: String(members.get('id') ?? ''),
    uses: String(members.get('uses') ?? ''),
    with: Object.fromEntries(given),
  };
  const isStep = members.has('uses') || members.has('run');
  return [...(isStep ? [step] : []), ...Object.values(node).flatMap(stepsIn)];
}

const usesThis = ({ uses }: Step): boolean => uses === './' || /^your-org\/runcomfy-action@v\d+$/.test(uses);

test.each(workflows)('%s uses inputs and outputs that the action has', (_, text) => {
  const steps = stepsIn(parse(text));
  for (const step of steps.filter(usesThis)) {
    for (const name of Object.keys(step.with)) expect(Object.keys(inputs)).toContain(name);
  }
  for (const [, id, name] of text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)) {
    const from = steps.find((step) => step.id === id);
    expect(from).toBeDefined();
    if (from !== undefined && usesThis(from)) expect(Object.keys(outputs)).toContain(name);
  }
});

const shown = workflows
  .filter(([name]) => !name.startsWith('.github/'))
  .flatMap(([name, text]) =>
    stepsIn(parse(text))
      .filter(usesThis)
      .map((step) => [name, step] as const),
  );

test.each(shown)('%s gives values that the action accepts', async (_, step) => {
  // The value of an expression is not known here. 7 is a valid token, number and word.
  const raw = Object.fromEntries(
    Object.entries(step.with).map(([name, value]) => [name, value.replace(/\$\{\{.*?\}\}/g, '7')]),
  );
  const folder = await mkdtemp(join(tmpdir(), 'docs-'));
  try {
    await mkdir(join(folder, raw['output-dir'] ?? INPUTS['output-dir'].default), { recursive: true });
    const named = Object.values(await parseMapping(raw.files ?? '{}'))
      .flat()
      .map(String);
    if (raw.workflow !== undefined) {
      // Overrides that are shown must fit the graph that is shown.
      await mkdir(join(folder, dirname(raw.workflow)), { recursive: true });
      await writeFile(join(folder, raw.workflow), read('examples/comfyui/poster_api.json'));
    }
    for (const file of [...named, ...[raw['prompt-file'], raw.manifest].filter((file) => file !== undefined)]) {
      await mkdir(join(folder, dirname(file)), { recursive: true });
      // The first bytes of a JPEG, and a prompt too.
      await writeFile(
        join(folder, file),
        named.includes(file) ? Buffer.from('ffd8ffe000104a4649460001', 'hex') : 'A prompt',
      );
    }
    await expect(readInputs(raw, await openWorkspace(folder), (text) => text)).resolves.toBeDefined();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each(workflows)('%s pins the actions of others, and leaves no credentials in the workspace', (_, text) => {
  for (const [line, action = ''] of text.matchAll(/uses: ([\w-]+\/[\w.-]+)@.*/g)) {
    if (action !== 'your-org/runcomfy-action') expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  }
  for (const step of stepsIn(parse(text)).filter(({ uses }) => uses.startsWith('actions/checkout@')))
    expect(step.with['persist-credentials']).toBe('false');
});

const whole = workflows.filter(([, text]) => /^jobs:$/m.test(text));
test.each(whole)('%s asks for no more than its jobs need, and says how its runs follow each other', (_, text) => {
  const { permissions, concurrency }: { permissions?: object; concurrency?: object } = parse(text);
  expect(Object.values(permissions ?? { none: 'given' }).filter((level) => level !== 'read')).toEqual([]);
  expect(concurrency).toHaveProperty('group');
});

test('the README begins with the smallest example', () => {
  const [block = ''] = workflows.flatMap(([name, text]) => (name === 'README.md, block 1' ? [text] : []));
  expect(read('examples/smallest.yml').replace(/^#.*\n/, '')).toBe(block);
});

/** As GitHub names the anchors of headings. */
function anchors(file: string): readonly string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

test.each(markdown)('%s links to what is there', (file) => {
  for (const [, target = ''] of read(file).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    const [path = '', anchor] = target.split('#');
    const linked = path === '' ? file : join(dirname(file), path).replaceAll('\\', '/');
    expect([target, files.some((known) => known === linked || known.startsWith(`${linked}/`))]).toEqual([target, true]);
    if (anchor !== undefined) expect(anchors(linked)).toContain(anchor);
  }
});

const ownFolders = [ROOT, dirname(ROOT), homedir()]
  .filter((folder) => /[^/\\:]{2}/.test(folder) && folder !== tmpdir())
  .map((folder) => folder.replace(/\W/g, '\\$&'));

test.each([
  ['a folder of this machine', files, new RegExp(`(?<![\\w.-])(${ownFolders.join('|')})[/\\\\]`)],
  // Bundled packages show such folders in their comments.
  ['a home folder', own, /(?<![\w.-])\/(home|Users)\/\w[\w.-]*\//],
  ['a package registry', files, /\bregistry\.[a-z0-9.-]+\.[a-z]{2,}\b/i],
])('no file names %s', (_, searched, pattern) => {
  expect(searched.filter((file) => pattern.test(read(file)))).toEqual([]);
});
