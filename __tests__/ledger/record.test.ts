// The record as data: merging the records of two writers, and what a forged record can contain.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  holdsAll,
  type LedgerRecord,
  mergeRecords,
  orderOf,
  parseRecord,
  type RecordEntry,
  recordOf,
  recordText,
  requestsByOrder,
  standingOf,
} from '../../src/ledger/record.ts';
import type { Ending } from '../../src/tasks/paid-request.ts';

const ENDINGS = ['finished', 'failed', 'refused', 'empty', 'cancelled', 'running', 'outlasted', 'gone'] as const;

const order = fc.constantFrom('a', 'b', 'c').map((id) => orderOf({ id, recipe: 'r', occurrence: 1 }));
const entry: fc.Arbitrary<RecordEntry> = fc
  .record({
    order,
    requestId: fc.option(fc.constantFrom('id-1', 'id-2', 'id-3')),
    ending: fc.option(fc.constantFrom(...ENDINGS)),
    acceptedAt: fc.integer({ min: 1, max: 50 }),
    later: fc.integer({ min: 0, max: 50 }),
    runId: fc.constantFrom('1', '2'),
    attempt: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ later, requestId, ending, ...rest }) => ({
    ...rest,
    requestId,
    ending: requestId === null ? 'unknown' : ending,
    seenAt: rest.acceptedAt + later,
  }));
const record: fc.Arbitrary<LedgerRecord> = fc.array(entry, { maxLength: 6 }).map(recordOf);

test('reading returns what was written', () => {
  fc.assert(fc.property(record, (given) => expect(parseRecord(recordText(given))).toEqual(given)));
});

test('a merge has everything from both records, in any order and any number of times', () => {
  fc.assert(
    fc.property(record, record, record, (one, other, third) => {
      const merged = mergeRecords(one, other);
      expect(holdsAll(merged, one)).toBe(true);
      expect(holdsAll(merged, other)).toBe(true);
      expect(mergeRecords(other, one)).toEqual(merged);
      expect(mergeRecords(merged, other)).toEqual(merged);
      expect(mergeRecords(merged, third)).toEqual(mergeRecords(one, mergeRecords(other, third)));
    }),
  );
});

test('writers that overwrite each other agree after each has merged and saved again', () => {
  fc.assert(
    fc.property(record, record, record, (before, one, other) => {
      // Both read `before`; the other one's text replaces the first one's.
      const written = mergeRecords(before, other);
      const repaired = mergeRecords(written, one);
      expect(holdsAll(repaired, one)).toBe(true);
      expect(holdsAll(repaired, other)).toBe(true);
      expect(holdsAll(repaired, before)).toBe(true);
    }),
  );
});

const ORDER = orderOf({ id: 'hero', recipe: 'r', occurrence: 1 });

const at = (time: number, ending: Ending | null, requestId: string | null = 'id'): RecordEntry => ({
  order: ORDER,
  requestId,
  ending,
  acceptedAt: time,
  seenAt: time,
  runId: '1',
  attempt: 1,
});

test.each<[string, readonly RecordEntry[], RecordEntry | null]>([
  ['none, if it has none', [{ ...at(1, null), order: 'b'.repeat(40) }], null],
  ['the newest', [at(1, null, 'old'), at(3, null, 'new'), at(2, null, 'middle')], at(3, null, 'new')],
  [
    'one that is not dead, even if it is older',
    [at(9, 'failed', 'forced'), at(1, 'finished', 'b')],
    at(1, 'finished', 'b'),
  ],
  [
    'the newest entry of a request',
    [at(1, null), { ...at(1, 'refused'), seenAt: 5 }],
    { ...at(1, 'refused'), seenAt: 5 },
  ],
  [
    'none that is dead, even if a clock that was ahead has recorded it as newer',
    [at(99, null, 'old'), { ...at(99, 'gone', 'old'), seenAt: 5 }, at(6, null, 'anew')],
    at(6, null, 'anew'),
  ],
  ['a lost submit, because it may be billed', [at(1, 'cancelled'), at(2, 'unknown', null)], at(2, 'unknown', null)],
])('of the requests of an order, a later run uses %s', (_name, entries, expected) => {
  for (const given of [entries, entries.toReversed()])
    expect(requestsByOrder(recordOf(given)).get(ORDER) ?? null).toEqual(expected);
});

test('an entry is only saved again if a later run would act differently', () => {
  const standings = (...endings: (Ending | null)[]): number => new Set(endings.map((e) => standingOf(at(1, e)))).size;
  expect(standings(null, 'finished', 'running')).toBe(1);
  expect(standings(null, 'failed', 'refused', 'empty', 'cancelled', 'outlasted', 'gone', 'unknown')).toBe(8);
});

test('an order is identified by id, recipe and occurrence, and its name reveals none of them', () => {
  const names = [
    orderOf({ id: 'hero', recipe: 'r', occurrence: 1 }),
    orderOf({ id: 'hero', recipe: 'r', occurrence: 2 }),
    orderOf({ id: 'hero', recipe: 's', occurrence: 1 }),
    orderOf({ id: 'logo', recipe: 'r', occurrence: 1 }),
  ];
  expect(new Set(names).size).toBe(4);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{40}$/);
});

const good = {
  order: 'a'.repeat(40),
  request_id: 'id',
  ending: null,
  accepted_at: 1,
  seen_at: 1,
  run_id: '1',
  attempt: 1,
};

test.each<[string, string | null]>([
  ['nothing', null],
  ['no JSON', '{"version":1'],
  ['another version', JSON.stringify({ version: 2, requests: [good] })],
  ['no list', '{"version":1,"requests":{"0":{}}}'],
  ['invalid requests', '{"version":1,"requests":[null,7,[],"x"]}'],
  ...(
    [
      ['order', '../../etc/passwd'],
      ['request_id', '../../models/x'],
      ['request_id', 7],
      ['ending', 'paid'],
      ['accepted_at', '1'],
      ['seen_at', -1],
      ['accepted_at', 1e300],
    ] as const
  ).map(([field, value]): [string, string] => [
    `${field} ${value}`,
    JSON.stringify({ version: 1, requests: [{ ...good, [field]: value }] }),
  ]),
])('a damaged or forged record is empty: %s', (_name, text) => {
  expect(parseRecord(JSON.stringify({ version: 1, requests: [good] })).size).toBe(1);
  expect(parseRecord(text).size).toBe(0);
});

test('a very long record keeps its newest requests', () => {
  const many = recordOf(Array.from({ length: 20_010 }, (_, n) => at(n, null, `id-${n}`)));
  const kept = parseRecord(recordText(many));
  expect(kept.size).toBe(20_000);
  expect(Math.min(...[...kept.values()].map(({ acceptedAt }) => acceptedAt))).toBe(10);
});
