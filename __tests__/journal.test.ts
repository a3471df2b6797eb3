// What a killed run leaves behind, read back from wherever it was cut off, and what a later run may collect of it.
import { appendFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type JournalEntry, type Leftover, openJournal, readJournal } from '../src/journal.ts';
import { knownRequests, recordKey, recordOf } from '../src/record.ts';
import { openFolder } from './helpers/folders.ts';
import { job } from './helpers/outcomes.ts';

const RUN = {
  apiUrl: 'https://model-api.runcomfy.net',
  outputDir: '/checkout/out',
  artifact: null,
  recordKey: 'runcomfy-1',
  shared: false,
  runId: '42',
  step: { job: '42/1/build', step: 'images' },
};
const START: JournalEntry = { entry: 'run', run: RUN };

const submitting = (name: string): JournalEntry => ({
  entry: 'submitting',
  job: name,
  recipe: `r-${name}`,
  occurrence: 1,
});
const accepted = (name: string): JournalEntry => ({
  entry: 'accepted',
  job: name,
  recipe: `r-${name}`,
  occurrence: 1,
  requestId: `id-${name}`,
});

async function written(
  entries: readonly JournalEntry[],
  spoil: (file: string) => void = () => {},
): Promise<Leftover | null> {
  await using folder = await openFolder();
  const file = path.join(folder.path, 'journal');
  const journal = openJournal(file, (error) => {
    throw error;
  });
  for (const entry of entries) journal.write(entry);
  spoil(file);
  return readJournal(file);
}

describe('the journal', () => {
  test('tells of each request how far it got', async () => {
    const left = await written([
      START,
      submitting('lost'),
      submitting('refused'),
      { entry: 'refused', job: 'refused' },
      submitting('running'),
      accepted('running'),
      submitting('again'),
      { entry: 'refused', job: 'again' },
      submitting('again'),
      accepted('again'),
      { entry: 'ended', job: 'again', how: 'finished' },
      accepted('adopted'),
      { entry: 'saved', job: 'again', path: '/checkout/out/a.png' },
    ]);
    expect(left).toMatchObject({
      run: RUN,
      saved: [{ job: 'again', path: '/checkout/out/a.png' }],
      uploaded: false,
      told: false,
    });
    expect(left?.requests.map(({ job: name, requestId, ending }) => [name, requestId, ending])).toEqual([
      ['lost', null, null],
      ['running', 'id-running', null],
      ['again', 'id-again', 'finished'],
      ['adopted', 'id-adopted', null],
    ]);
  });

  test('tells what is done', async () => {
    expect(await written([START, { entry: 'uploaded' }, { entry: 'told' }])).toMatchObject({
      uploaded: true,
      told: true,
    });
  });

  test('is none where there is no file, no start, or nothing of ours in it', async () => {
    expect(readJournal('/nowhere/at/all')).toBeNull();
    expect(await written([submitting('a')])).toBeNull();
    expect(
      await written([], (file) => appendFileSync(file, 'null\n[]\n{"entry":"run"}\n{"entry":"run","run":{}}\n')),
    ).toBeNull();
  });

  test('cut off anywhere, it tells of no request that was not made, and of every one whose line is whole', async () => {
    const entries = [
      START,
      submitting('a'),
      accepted('a'),
      submitting('b'),
      { entry: 'refused', job: 'b' } as const,
      accepted('c'),
    ];
    // Where each line ends, but for its line end: it is whole with or without one.
    const ends = entries.map(
      (_, n) =>
        entries
          .slice(0, n + 1)
          .map((entry) => JSON.stringify(entry))
          .join('\n').length,
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: ends.at(-1) ?? 0 }), async (kept) => {
        const left = await written(entries, (file) => truncateSync(file, kept));
        const whole = entries.filter((_, n) => (ends[n] ?? 0) <= kept);
        expect(left).toEqual(await written(whole));
      }),
      { numRuns: 40 },
    );
  });

  test('that cannot be written is told once, and the run goes on', async () => {
    await using folder = await openFolder();
    const failures: unknown[] = [];
    const journal = openJournal(folder.path, (error) => failures.push(error));
    journal.write(START);
    journal.write(START);
    expect(failures).toEqual([expect.objectContaining({ code: 'EISDIR' })]);
  });
});

describe('the record', () => {
  /** As the post phase settles them: what nobody saw end still runs. */
  const settled = (left: Leftover) => left.requests.map((request) => ({ request, state: request.ending ?? 'running' }));

  async function recorded(entries: readonly JournalEntry[]): Promise<string | null> {
    const left = await written([START, ...entries]);
    return left === null ? null : recordOf(left, settled(left));
  }

  const found = (record: string | null, name: string, occurrence = 1): string | null =>
    knownRequests(record)(job({ recipe: `r-${name}`, occurrence }))?.requestId ?? null;

  test('keeps what may still have a result, and finds it for the same recipe and turn', async () => {
    const record = await recorded([
      submitting('lost'),
      ...(['failed', 'cancelled', 'running', 'finished'] as const).flatMap((how): JournalEntry[] => [
        accepted(how),
        { entry: 'ended', job: how, how },
      ]),
      accepted('killed'),
    ]);
    const names = ['lost', 'failed', 'cancelled', 'running', 'finished', 'killed'];
    expect(names.map((name) => found(record, name))).toEqual([
      null,
      null,
      null,
      'id-running',
      'id-finished',
      'id-killed',
    ]);
    expect(found(record, 'killed', 2)).toBeNull();
    expect(await recorded([])).toBeNull();
    expect(await recorded([submitting('lost')])).toBeNull();
  });

  test('keeps what earlier attempts knew, until it is known to have no result', async () => {
    const before = await recorded([accepted('a'), accepted('b')]);
    if (before === null) throw new Error('There is no record.');
    const after = await recorded([
      { entry: 'known', record: before },
      accepted('b'),
      { entry: 'ended', job: 'b', how: 'failed' },
      accepted('c'),
    ]);
    expect(['a', 'b', 'c'].map((name) => found(after, name))).toEqual(['id-a', null, 'id-c']);
    // Forced, and lost: what was passed over can still be collected.
    const forced = await recorded([{ entry: 'known', record: before }, submitting('a')]);
    expect(found(forced, 'a')).toBe('id-a');
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{"version":1'],
    ['another version', '{"version":2,"requests":[{"recipe":"r","occurrence":1,"request_id":"id"}]}'],
    ['no list', '{"version":1,"requests":{"0":{}}}'],
    ['odd requests', '{"version":1,"requests":[null,7,{"recipe":"r","occurrence":1}]}'],
    ['a hostile id', '{"version":1,"requests":[{"recipe":"r","occurrence":1,"request_id":"../../models/x"}]}'],
  ])('that is spoilt knows nothing: %s', (_name, record) => {
    expect(knownRequests(record)(job({ recipe: 'r' }))).toBeNull();
  });

  test('is found only by the same step of the same run that asks for the same', () => {
    const asker = { workflow: 'w', job: 'j', step: 's', scope: 'run-1' };
    const asked = ['images.yml', 'icons/*', 'hero'];
    const key = recordKey(asker, asked);
    expect(key).toMatch(/^runcomfy-[0-9a-f]{40}$/);
    expect(recordKey({ ...asker }, [...asked])).toBe(key);
    const others = [
      recordKey({ ...asker, scope: 'run-2' }, asked),
      recordKey({ ...asker, step: 't' }, asked),
      recordKey({ ...asker, workflow: 'wj', job: '' }, asked),
      recordKey(asker, ['images.yml', 'icons/*hero']),
      recordKey(asker, asked.slice(1)),
    ];
    expect(new Set([key, ...others]).size).toBe(6);
  });
});
