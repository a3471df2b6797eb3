// The ledger of a soak: what RunComfy accepted on one side, what became of it on the other, and everything that does not balance.
import { checkConduct } from './conduct.ts';
import { checkFates, FATES, type Fate, fatesOf } from './fates.ts';
import { checkFiles } from './files.ts';
import type { Imbalance } from './imbalance.ts';
import { checkMoney } from './money.ts';
import type { Story } from './plan.ts';
import type { Played } from './play.ts';

/** Totals for all runs of a soak. */
export interface Ledger {
  runs: number;
  images: number;
  readonly stories: Map<Story, number>;
  /** Main and post count as one step. */
  steps: number;
  /** How often main was interrupted, by kind of interruption. */
  readonly interruptions: Map<string, number>;
  /** Steps whose runner was lost, so that post did not run. */
  lost: number;
  submits: number;
  accepted: number;
  /** How many of `accepted` went to deployments. */
  byDeployments: number;
  readonly fates: Map<Fate, number>;
  /** Requests that a step found in the record or in the lock. A request counts each time. */
  adopted: number;
  /** Files in workspaces, counted at the end of each round. */
  files: number;
  imbalances: number;
}

export function newLedger(): Ledger {
  return {
    runs: 0,
    images: 0,
    stories: new Map(),
    steps: 0,
    interruptions: new Map(),
    lost: 0,
    submits: 0,
    accepted: 0,
    byDeployments: 0,
    fates: new Map(FATES.map((fate) => [fate, 0])),
    adopted: 0,
    files: 0,
    imbalances: 0,
  };
}

/** Adds a run to the totals. Returns what does not balance in it. */
export function enter(ledger: Ledger, played: Played): readonly Imbalance[] {
  const imbalances = [...checkFates(played), ...checkMoney(played), ...checkFiles(played), ...checkConduct(played)];
  ledger.runs += 1;
  ledger.images += played.plan.count;
  const steps = played.rounds.flatMap((round) => round.steps);
  ledger.steps += steps.length;
  add(ledger.stories, played.plan.story, 1);
  for (const step of steps) {
    add(ledger.interruptions, step.interruption ?? 'ended by themselves', 1);
    ledger.lost += step.plan.lost ? 1 : 0;
    ledger.adopted += step.main.log.match(/which is already paid for/g)?.length ?? 0;
    ledger.files += step.workspace.length;
  }
  for (const { calls, accepted } of played.rounds) {
    ledger.submits += calls.filter(({ name }) => name === 'submit').length;
    ledger.accepted += accepted.length;
    ledger.byDeployments += accepted.filter(({ deployment }) => deployment !== undefined).length;
  }
  for (const fate of fatesOf(played).values()) add(ledger.fates, fate, 1);
  ledger.imbalances += imbalances.length;
  return imbalances;
}

/** The totals as a table for people. */
export function tableOf(ledger: Ledger): string {
  const rows: (readonly [name: string, count: number])[] = [
    ['images asked for', ledger.images],
    ['stories', ledger.runs],
    ...[...ledger.stories].map(([story, count]) => [`  ${story}`, count] as const),
    ['steps', ledger.steps],
    ...[...ledger.interruptions].map(([how, count]) => [`  ${how}`, count] as const),
    ['  without post: a lost runner', ledger.lost],
    ['submits that arrived', ledger.submits],
    ['accepted, and paid for', ledger.accepted],
    ['  by deployments', ledger.byDeployments],
    ...[...ledger.fates].map(([fate, count]) => [`  ${fate}`, count] as const),
    ['found on record, and not paid for again', ledger.adopted],
    ['files in workspaces', ledger.files],
    ['imbalances', ledger.imbalances],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, count]) => `  ${name.padEnd(width)}  ${count.toLocaleString('en-US').padStart(7)}`)
    .join('\n');
}

function add<Key>(counts: Map<Key, number>, key: Key, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}
