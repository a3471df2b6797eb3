// The ledger of a soak: what RunComfy accepted on one side, what became of it on the other, and whatever does not balance.
import { checkConduct } from './conduct.ts';
import { checkFates, FATES, type Fate, fatesOf } from './fates.ts';
import { checkFiles } from './files.ts';
import type { Imbalance } from './imbalance.ts';
import { checkMoney } from './money.ts';
import type { Attempt, Played } from './play.ts';

/** Sums over all runs of a soak. */
export interface Ledger {
  runs: number;
  images: number;
  attempts: number;
  /** Times that each thing was done to a main. */
  readonly interruptions: Map<string, number>;
  submits: number;
  accepted: number;
  readonly fates: Map<Fate, number>;
  /** Requests that a later attempt has found, each time it did. */
  adopted: number;
  /** Files in workspaces, at the end of each attempt. */
  files: number;
  imbalances: number;
}

export function newLedger(): Ledger {
  return {
    runs: 0,
    images: 0,
    attempts: 0,
    interruptions: new Map(),
    submits: 0,
    accepted: 0,
    fates: new Map(FATES.map((fate) => [fate, 0])),
    adopted: 0,
    files: 0,
    imbalances: 0,
  };
}

/** Enters a run, and answers what does not balance in it. */
export function enter(ledger: Ledger, played: Played): readonly Imbalance[] {
  const imbalances = [...checkFates(played), ...checkMoney(played), ...checkFiles(played), ...checkConduct(played)];
  ledger.runs += 1;
  ledger.images += played.plan.count;
  ledger.attempts += played.attempts.length;
  for (const attempt of played.attempts) {
    add(ledger.interruptions, interruptionOf(attempt), 1);
    ledger.submits += attempt.mainCalls.filter(({ name }) => name === 'submit').length;
    ledger.accepted += attempt.accepted.length;
    ledger.adopted += attempt.main.log.match(/which is already paid for/g)?.length ?? 0;
    ledger.files += attempt.workspace.length;
  }
  for (const fate of fatesOf(played).values()) add(ledger.fates, fate, 1);
  ledger.imbalances += imbalances.length;
  return imbalances;
}

/** In columns, for people. */
export function tableOf(ledger: Ledger): string {
  const rows: (readonly [name: string, count: number])[] = [
    ['images asked for', ledger.images],
    ['workflow runs', ledger.runs],
    ['attempts', ledger.attempts],
    ...[...ledger.interruptions].map(([how, count]) => [`  ${how}`, count] as const),
    ['submits that arrived', ledger.submits],
    ['accepted, and paid for', ledger.accepted],
    ...[...ledger.fates].map(([fate, count]) => [`  ${fate}`, count] as const),
    ['collected once more by a re-run', ledger.adopted],
    ['files in workspaces', ledger.files],
    ['imbalances', ledger.imbalances],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, count]) => `  ${name.padEnd(width)}  ${count.toLocaleString('en-US').padStart(7)}`)
    .join('\n');
}

function interruptionOf({ interruption }: Attempt): string {
  return interruption ?? 'ended by themselves';
}

function add<Key>(counts: Map<Key, number>, key: Key, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}
