// The journal of a killed step, even if it was cut off at any byte.
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type JournalEntry, openJournal } from '../../src/ledger/journal.ts';
import { type Leftover, readJournal } from '../../src/ledger/leftover.ts';
import { openFolder } from '../helpers/folders.ts';

const RUN = {
  deploymentsUrl: '',
  apiUrl: 'https://model-api.runcomfy.net',
  outputDir: '/checkout/out',
  artifact: null,
  evidence: [],
  record: 'runcomfy-1',
  runId: '42',
  attempt: 1,
};
const START: JournalEntry = { entry: 'run', run: RUN };

const STAGED = {
  order: 'o-again',
  requestId: 'id-again',
  seed: 7,
  cost: 0.06,
  files: [
    {
      stagedPath: '/temp/1',
      url: 'https://files.runcomfy.net/1.png',
      bytes: 70,
      sha256: 'f'.repeat(64),
      format: 'png',
      suffix: '.png',
      width: 1,
      height: 1,
      truncated: false,
      seed: null,
    },
    null,
  ],
};

const submitting = (task: string): JournalEntry => ({ entry: 'submitting', task, order: `o-${task}`, at: 1 });
const accepted = (task: string): JournalEntry => ({
  entry: 'accepted',
  task,
  order: `o-${task}`,
  at: 2,
  requestId: `id-${task}`,
});

async function written(
  entries: readonly JournalEntry[],
  spoil: (file: string) => void = () => {},
): Promise<Leftover | null> {
  await using folder = await openFolder();
  const file = path.join(folder.path, 'journal');
  const journal = openJournal(file);
  for (const entry of entries) journal.write(entry);
  spoil(file);
  return readJournal(file);
}

test('a journal shows how far each request got', async () => {
  const left = await written([
    START,
    submitting('lost'),
    submitting('refused'),
    { entry: 'refused', task: 'refused' },
    submitting('running'),
    accepted('running'),
    submitting('again'),
    { entry: 'refused', task: 'again' },
    submitting('again'),
    accepted('again'),
    { entry: 'ended', task: 'again', how: 'finished' },
    accepted('adopted'),
    { entry: 'recorded', standings: [['o-again', 'id-again open']] },
    { entry: 'staged', task: 'again', ...STAGED },
    { entry: 'saved', task: 'again', path: '/checkout/out/a.png' },
  ]);
  expect(left).toMatchObject({
    run: RUN,
    saved: [{ task: 'again', path: '/checkout/out/a.png' }],
    recorded: new Map([['o-again', 'id-again open']]),
    staged: new Map([['again', STAGED]]),
    uploaded: false,
    told: false,
  });
  expect(left?.requests.map(({ task, requestId, ending }) => [task, requestId, ending])).toEqual([
    ['lost', null, null],
    ['running', 'id-running', null],
    ['again', 'id-again', 'finished'],
    ['adopted', 'id-adopted', null],
  ]);
});

test('a journal shows whether the artifact is uploaded and the outputs are published', async () => {
  expect(await written([START, { entry: 'uploaded' }, { entry: 'told' }])).toMatchObject({
    uploaded: true,
    told: true,
  });
});

test('a journal is null if the file is missing, has no first entry, or is not a journal', async () => {
  expect(readJournal('/nowhere/at/all')).toBeNull();
  expect(await written([START], (file) => truncateSync(file))).toBeNull();
  const strange = 'null\n[]\n{"entry":"run"}\n{"entry":"run","run":{}}\n{"entry":"recorded","standings":[7,["a"]]}\n';
  expect(await written([START], (file) => writeFileSync(file, strange))).toBeNull();
});

test('a journal that is cut off anywhere shows all requests with a complete line, and no others', async () => {
  const entries = [
    START,
    submitting('a'),
    accepted('a'),
    submitting('b'),
    { entry: 'refused', task: 'b' } as const,
    accepted('c'),
  ];
  // The end of each line without its line break, because the line is complete with or without it.
  const ends = entries.map(
    (_, n) =>
      entries
        .slice(0, n + 1)
        .map((entry) => JSON.stringify(entry))
        .join('\n').length,
  );
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: ends[0] ?? 0, max: ends.at(-1) ?? 0 }), async (kept) => {
      const left = await written(entries, (file) => truncateSync(file, kept));
      const whole = entries.filter((_, n) => (ends[n] ?? 0) <= kept);
      expect(left).toEqual(await written(whole));
    }),
    { numRuns: 40 },
  );
});

test('a journal that cannot be written prevents submits, and nothing else', async () => {
  await using folder = await openFolder();
  const journal = openJournal(folder.path);
  journal.write(accepted('a'));
  expect(() => journal.write(submitting('b'))).toThrow(/Not submitted: the journal .* cannot be written \(.*EISDIR/);
  expect(() => journal.write(START)).toThrow(expect.objectContaining({ kind: 'save-failed' }));
  journal.write({ entry: 'uploaded' });
});
