// Night after night with real files: whatever people do to the manifest and files in between, nothing is paid for twice, no path has two owners, and nothing is lost.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CollectedFile } from '../../src/files/collect.ts';
import { LostFile } from '../../src/files/lost-file.ts';
import { openWorkspace } from '../../src/files/workspace.ts';
import { diskKey } from '../../src/lib/disk-key.ts';
import { ActionError } from '../../src/lib/errors.ts';
import { copyAll } from '../../src/lockfile/copy.ts';
import { parseLock } from '../../src/lockfile/lock.ts';
import { createLockKeeper, rememberEntry } from '../../src/pipeline/lock-keeping.ts';
import { planManifest, tasksOfPlan } from '../../src/pipeline/manifest-tasks.ts';
import { saveAll } from '../../src/pipeline/save-all.ts';
import type { Generation } from '../../src/pipeline/submit-all.ts';
import type { Task } from '../../src/tasks/task.ts';
import { type Folder, openFolder } from '../helpers/folders.ts';

/** More of them by hand: `NIGHTS=1000 npm run test:only -- manifest/nights`; `SEED` and `SEEDPATH` play one again. */
const RUNS = Number(process.env.NIGHTS ?? 40);

const JPEG = { kind: 'image', format: 'jpeg', suffix: '.jpg', type: 'image/jpeg', width: 1, height: 1 } as const;
const inputs = { outputDir: '', filename: '{id}', only: [], force: [] };

interface Service {
  /** Request ids by recipe; a recipe that was made before must not be made again. */
  readonly made: Map<string, number>;
  /** Which of its files cannot be downloaded tonight. */
  readonly lost: ReadonlySet<number>;
  readonly temp: string;
}

/** As many files as the prompt says, of the same bytes each time. */
async function collected({ parameters: { prompt }, recipe }: Task, { lost, temp }: Service) {
  const count = Number(String(prompt).slice(-1));
  return Promise.all(
    Array.from({ length: count }, async (_, n): Promise<CollectedFile | LostFile> => {
      if (lost.has(n))
        return new LostFile('https://example.com/', false, new ActionError('download-failed', 'not tonight'));
      const bytes = Buffer.from(`${recipe} ${n}`);
      const stagedPath = path.join(await mkdtemp(path.join(temp, 'file-')), 'file');
      writeFileSync(stagedPath, bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return {
        url: 'https://example.com/',
        stagedPath,
        media: JPEG,
        bytes: bytes.length,
        sha256,
        truncated: false,
        seed: null,
      };
    }),
  );
}

/** One run. Returns whether it did anything; null if it was refused. */
async function night(folder: Folder, text: string, service: Service): Promise<boolean | null> {
  const workspace = await openWorkspace(folder.path);
  const file = await folder.write('images.yml', text);
  const options = { ...inputs, outputDir: path.join(folder.path, 'out') };
  const cancelled = new AbortController().signal;
  const plan = await planManifest(file, options, { workspace, redacted: (words) => words, cancelled });
  if (plan.planned.some(({ refusal }) => refusal !== null)) return null;
  const tasks = tasksOfPlan(plan.planned);
  const copies = await copyAll(plan.planned, { workspace, temp: service.temp });
  for (const { id, entry } of copies) await rememberEntry(plan, id, entry);
  const results = tasks.map(async (task): Promise<Generation> => {
    if (task.paid === null) service.made.set(task.recipe, (service.made.get(task.recipe) ?? 0) + 1);
    return {
      task,
      requestId: task.paid?.requestId ?? `request-${task.recipe}`,
      tookMs: 1,
      cost: 1,
      files: await collected(task, service),
      output: null,
      told: { flags: [], seed: null, seeds: [], texts: [] },
      failure: null,
      unsettled: null,
      attempted: true,
      adopted: task.paid !== null,
    };
  });
  const keeper = createLockKeeper(plan, workspace);
  await saveAll(tasks, results, {
    ...options,
    workspace,
    ...keeper,
    mayReplace: true,
    onSaving: () => {},
    onOutcome: keeper.landed,
  });
  await keeper.close([]);
  return tasks.length + copies.length > 0 || plan.lock.changed();
}

const filesIn = (folder: Folder): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.jpg'))
      .map((name) => [name, readFileSync(path.join(folder.path, name), 'utf8')]),
  );

function lockOf(folder: Folder) {
  try {
    return parseLock(readFileSync(path.join(folder.path, 'images.lock.json'), 'utf8'), 'lock');
  } catch {
    return new Map<string, never>();
  }
}

const OUTPUTS = ['a.jpg', 'a-2.jpg', 'a-3.jpg', 'a-2-2.jpg', 'b.jpg', 'x/a.jpg', '"a-{index}.jpg"', null];

const anImage = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'a-2'),
  prompt: fc.constantFrom('p1', 'q1', 'p2', 'q2', 'p3'),
  output: fc.constantFrom(...OUTPUTS),
});
const aManifest = fc
  .uniqueArray(anImage, { minLength: 1, maxLength: 4, selector: ({ id }) => id })
  .map(
    (images) =>
      `version: 1\nimages:\n${images
        .map(
          ({ id, prompt, output }) =>
            `  - { id: ${id}, model: a/b, prompt: ${prompt}${output === null ? '' : `, output: ${output}`} }\n`,
        )
        .join('')}`,
  );
interface Night {
  readonly manifest: string | null;
  readonly lost: number[];
  readonly deleted: number | null;
  readonly retouched: number | null;
}

const aNight: fc.Arbitrary<Night> = fc.record({
  /** null: that of the night before. */
  manifest: fc.option(aManifest, { freq: 4 }),
  lost: fc.uniqueArray(fc.nat(2), { maxLength: 1 }),
  deleted: fc.option(fc.nat(20)),
  retouched: fc.option(fc.nat(20)),
});

const quiet: Night = { manifest: null, lost: [], deleted: null, retouched: null };

/** The two files of one image change places, and the first of them is retouched. */
const RETOUCHED_AND_RENUMBERED: Night[] = [
  { ...quiet, lost: [0] },
  { ...quiet, manifest: manifestOf('{ id: a, model: a/b, prompt: p2, output: "a-{index}.jpg" }'), retouched: 0 },
];

/** A file that an image left behind is at the output path of another one, and is the only file left there. */
const FREED_LATER: Night[] = [
  {
    ...quiet,
    manifest: manifestOf(
      '{ id: b, model: a/b, prompt: q2, output: a-2.jpg }',
      '{ id: a, model: a/b, prompt: p1, output: a.jpg }',
    ),
  },
  { ...quiet, manifest: manifestOf('{ id: b, model: a/b, prompt: q2, output: a.jpg }'), deleted: 0 },
  { ...quiet, deleted: 0 },
];

function manifestOf(...images: readonly string[]): string {
  return `version: 1\nimages:\n${images.map((image) => `  - ${image}\n`).join('')}`;
}

test(
  'whatever happens in between, each night leaves lock and files as the next one finds them right',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aNight, { minLength: 2, maxLength: 5 }), async (nights) => {
        await using folder = await openFolder();
        await using temp = await openFolder();
        const made = new Map<string, number>();
        const adopted = new Set<string>();
        let manifest = 'version: 1\nimages:\n  - { id: a, model: a/b, prompt: p2, output: a.jpg }\n';
        for (const [n, one] of nights.entries()) {
          const at = (index: number | null): string | null => {
            const names = [...filesIn(folder).keys()].sort();
            return index === null || names.length === 0
              ? null
              : path.join(folder.path, names[index % names.length] ?? '');
          };
          const gone = at(one.deleted);
          if (gone !== null) rmSync(gone);
          const touched = at(one.retouched);
          if (touched !== null) writeFileSync(touched, `retouched on night ${n}`);
          const before = { files: filesIn(folder), lock: lockOf(folder), made: new Map(made) };
          const given = one.manifest ?? manifest;
          const lost = new Set(one.lost);
          const did = await night(folder, given, { made, lost, temp: temp.path }).catch((error: unknown) => {
            if (error instanceof ActionError && error.kind === 'bad-input') return null;
            throw error;
          });
          if (did === null) {
            expect(filesIn(folder)).toEqual(before.files);
            continue;
          }
          manifest = given;
          const lock = lockOf(folder);
          const files = filesIn(folder);
          const paths = [...lock.values()].flatMap(({ outputs }) => outputs.map((output) => diskKey(output.path)));
          expect(new Set(paths).size).toBe(paths.length);
          // Locked images were not paid for again, and retouched files still exist unless their recipe was removed too.
          for (const { recipe_sha256: recipe } of before.lock.values())
            expect(made.get(recipe)).toBe(before.made.get(recipe));
          for (const [id, { recipe_sha256: recipe, outputs }] of before.lock) {
            if (lock.get(id)?.recipe_sha256 !== recipe) continue;
            for (const output of outputs) {
              const content = before.files.get(output.path) ?? '';
              if (content.startsWith('retouched')) expect([...files.values()].includes(content)).toBe(true);
            }
          }
          const held = new Set(
            [...before.lock.values()].flatMap(({ outputs }) => outputs.map((output) => output.path)),
          );
          // Every file in the lock exists, and is what was generated or its retouched version.
          for (const { recipe_sha256: recipe, outputs } of lock.values()) {
            for (const output of outputs) {
              const content = files.get(output.path) ?? '';
              if (content === '' && lost.size > 0) continue;
              // A new output path at which an unowned file exists means that file. It may take effect only on a later night: as long as the generated file
              // exists, it stays at its path.
              const isNobodys = before.files.get(output.path) === content && !held.has(output.path);
              if (isNobodys) adopted.add(content);
              if (adopted.has(content)) continue;
              expect(content).toMatch(new RegExp(`^(${recipe} \\d|retouched)`));
            }
          }
          // What is missing comes, names that have become free are taken, and then nothing happens any more.
          const all = { made, lost: new Set<number>(), temp: temp.path };
          for (let again = 0; again < 3; again++) if (!(await night(folder, manifest, all))) break;
          const [settled, rest] = [lockOf(folder), filesIn(folder)];
          expect(await night(folder, manifest, all)).toBe(false);
          expect([lockOf(folder), filesIn(folder)]).toEqual([settled, rest]);
          for (const { outputs, missing } of settled.values()) {
            expect(missing).toBe(0);
            for (const output of outputs) expect(rest.has(output.path)).toBe(true);
          }
        }
      }),
      {
        numRuns: RUNS,
        // Found by chance once, and mended: they stay.
        examples: [[RETOUCHED_AND_RENUMBERED], [FREED_LATER]],
        ...(process.env.SEED ? { seed: Number(process.env.SEED), path: process.env.SEEDPATH ?? '' } : {}),
      },
    );
  },
  RUNS * 2_000,
);

test('an image whose output is the second file of another one gets the next name, and keeps it', async () => {
  await using folder = await openFolder();
  await using temp = await openFolder();
  const service = { made: new Map<string, number>(), lost: new Set<number>(), temp: temp.path };
  const first = 'version: 1\nimages:\n  - { id: a, model: a/b, prompt: p2, output: a.jpg }\n';
  const both = `${first}  - { id: b, model: a/b, prompt: p1, output: a-2.jpg }\n`;
  expect(await night(folder, first, service)).toBe(true);
  const second = filesIn(folder).get('a-2.jpg');
  expect(await night(folder, both, service)).toBe(true);
  const [lock, files] = [lockOf(folder), filesIn(folder)];
  expect([...lock].map(([id, { outputs }]) => [id, outputs.map((output) => output.path)])).toEqual([
    ['a', ['a.jpg', 'a-2.jpg']],
    ['b', ['a-2-2.jpg']],
  ]);
  expect(files.get('a-2.jpg')).toBe(second);
  for (let again = 0; again < 2; again++) expect(await night(folder, both, service)).toBe(false);
  expect([lockOf(folder), filesIn(folder)]).toEqual([lock, files]);
});
