// What a call finds in the journals of earlier ones. Each call is a list of journal entries, the oldest call first.
import { expect, test } from '@jest/globals';
import { openDeskLedger } from '../../src/desk/ledger.ts';
import { openCall } from '../../src/desk/state.ts';
import { type JournalEntry, openJournal } from '../../src/ledger/journal.ts';
import { orderOf } from '../../src/ledger/record.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { openFolder } from '../helpers/folders.ts';

const TASK = { id: 'image', recipe: 'r', occurrence: 1, name: 'image', deployment: null };
const order = orderOf(TASK);
const run = {
  apiUrl: 'https://x',
  deploymentsUrl: '',
  outputDir: '/x',
  artifact: null,
  evidence: [],
  record: 'record',
  runId: '1',
  attempt: 1,
};
const task = 'image';
const submitting = (at: number): JournalEntry => ({ entry: 'submitting', task, order, at });
const accepted = (requestId: string, at: number): JournalEntry => ({ entry: 'accepted', task, order, at, requestId });
const ended = (how: 'gone' | 'failed' | 'refused' | 'finished' | 'running'): JournalEntry => ({
  entry: 'ended',
  task,
  how,
});
/** The last entries of a call that was not killed. */
const delivered: readonly JournalEntry[] = [{ entry: 'delivered', task }, { entry: 'told' }];

async function lookUp(calls: readonly (readonly JournalEntry[])[], asks: 'anew' | 'manifest' | 'force') {
  await using folder = await openFolder();
  for (const [n, entries] of calls.entries()) {
    const journal = openJournal(openCall(folder.path, new Date(n)).journal);
    journal.write({ entry: 'run', run });
    for (const entry of entries) journal.write(entry);
  }
  const own = openCall(folder.path, new Date(9_000));
  // Calls of this process itself are over: it is a new one.
  return openDeskLedger({
    others: own.others(),
    journal: openJournal(own.journal),
    clock: systemClock,
    record: 'record',
    forced: new Set(asks === 'force' ? [TASK.id] : []),
    isManifest: asks !== 'anew',
    lookUp: true,
  }).paid(TASK);
}

const A = [submitting(1), accepted('a', 1)];
const B = [submitting(2), accepted('b', 2)];
test.each([
  { name: 'nothing', calls: [], anew: null, force: null, manifest: null },
  { name: 'a crash', calls: [A], anew: 'a', force: 'a', manifest: 'a' },
  { name: 'one that came to its place', calls: [[...A, ...delivered]], anew: null, force: null, manifest: 'a' },
  {
    name: 'a crash, then another one in its place',
    calls: [A, [...B, ...delivered]],
    anew: 'a',
    force: 'a',
    manifest: 'b',
  },
  {
    name: 'the same with a clock that was set back',
    calls: [[...B, ...delivered], A],
    anew: 'a',
    force: 'a',
    manifest: 'b',
  },
  {
    name: 'a crash right after it came to its place',
    calls: [[...A, ...delivered.slice(0, 1)]],
    anew: 'a',
    force: 'a',
    manifest: 'a',
  },
  { name: 'two crashes', calls: [A, B], anew: 'b', force: 'b', manifest: 'b' },
  { name: 'a crash, then a refusal', calls: [A, [...B, ended('refused')]], anew: 'a', force: 'a', manifest: 'a' },
  { name: 'a crash whose request failed', calls: [[...A, ended('failed')]], anew: null, force: null, manifest: null },
  {
    name: 'a crash whose request was gone, and was made again',
    calls: [A, [accepted('a', 1), ended('gone'), ...B, ended('finished'), ...delivered]],
    anew: null,
    force: null,
    manifest: 'b',
  },
  {
    name: 'a lost answer, then one that came to its place',
    calls: [[submitting(1)], [...B, ...delivered]],
    anew: null,
    force: null,
    manifest: 'b',
  },
])('after $name', async ({ calls, anew, force, manifest }) => {
  for (const [asks, requestId] of [
    ['anew', anew],
    ['force', force],
    ['manifest', manifest],
  ] as const)
    expect([asks, (await lookUp(calls, asks))?.requestId ?? null]).toEqual([asks, requestId]);
});

test.each([
  ['a lost answer', [submitting(1)]],
  ['an id that is none', [submitting(1), accepted('../../x?y', 1)]],
])('%s stays a question', async (_, entries) => {
  expect(await lookUp([entries], 'anew')).toMatchObject({ requestId: null, ending: 'unknown' });
});
