// The rooms of src: each has a rule about its imports, the rules are followed, and there are no cycles.
import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { openFolder } from './helpers/folders.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SRC = path.join(ROOT, 'src');
const BIOME = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
const rooms = readdirSync(SRC, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** What lint has to say of a module, by its path below src. */
async function refusals(modules: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
  await using folder = await openFolder();
  cpSync(path.join(ROOT, 'biome.json'), path.join(folder.path, 'biome.json'));
  for (const [file, text] of modules) await folder.write(path.join('src', file), text);
  const args = [BIOME, 'lint', '--vcs-enabled=false', '--only=style/noRestrictedImports', '--max-diagnostics=none'];
  const run = promisify(execFile)(process.execPath, [...args, '--reporter=json', '.'], {
    cwd: folder.path,
    maxBuffer: 64 * 1024 ** 2,
  });
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  const { diagnostics }: { diagnostics: { location: { path: string | { file: string } } }[] } = JSON.parse(stdout);
  const files = diagnostics.map(({ location }) =>
    typeof location.path === 'string' ? location.path : location.path.file,
  );
  return new Set(files.map((file) => file.replace(/^.*src\//, '')));
}

/** Rooms that a room really imports. */
function importsOf(room: string): ReadonlySet<string> {
  const files = readdirSync(path.join(SRC, room), { recursive: true, encoding: 'utf8' }).filter((f) =>
    f.endsWith('.ts'),
  );
  const targets = files.flatMap((file) => {
    const whole = path.join(SRC, room, file);
    const specifiers = [...readFileSync(whole, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)];
    return specifiers.map(([, specifier = '']) => path.relative(SRC, path.resolve(path.dirname(whole), specifier)));
  });
  return new Set(targets.map((target) => target.split(path.sep)[0] ?? '').filter((target) => target !== room));
}

test('each room refuses what no room may import', async () => {
  const adapters = { github: "'@actions/core'", http: "'undici'" };
  const wrong = new Map<string, string>();
  for (const room of rooms) {
    wrong.set(`${room}/entry.ts`, "import '../main.ts';\n");
    if (!['commands', 'desk'].includes(room)) wrong.set(`${room}/story.ts`, "import '../commands/generate.ts';\n");
    for (const [owner, name] of Object.entries(adapters))
      if (room !== owner) wrong.set(`${room}/${owner}.ts`, `import ${name};\n`);
  }
  expect([...(await refusals(wrong))].sort()).toEqual([...wrong.keys()].sort());
});

test('cycles are refused: a room must not import the rooms that import it', async () => {
  const back = new Map<string, string>();
  for (const room of rooms)
    for (const target of importsOf(room))
      if (rooms.includes(target)) back.set(`${target}/back-${room}.ts`, `import '../${room}/x.ts';\n`);
  expect(back.size).toBeGreaterThan(40);
  expect([...(await refusals(back))].sort()).toEqual([...back.keys()].sort());
});

test('what the rooms import today is allowed', async () => {
  const today = new Map<string, string>();
  for (const room of rooms)
    for (const target of importsOf(room)) {
      const module = target.endsWith('.ts') ? target : `${target}/x.ts`;
      today.set(`${room}/${path.parse(target).name}.ts`, `import '../${module}';\n`);
    }
  expect([...(await refusals(today))]).toEqual([]);
});

test('only the entry is outside the rooms', () => {
  const loose = readdirSync(SRC, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  expect(
    loose.filter(
      (name) => !['cli.cjs', 'main.ts', 'context.ts', 'services.ts', 'step.ts', 'post-phase.ts'].includes(name),
    ),
  ).toEqual([]);
});
