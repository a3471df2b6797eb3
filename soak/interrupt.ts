// Cancels or kills a step from outside at a given moment.
import { readdir, readFile, watch } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningAction } from '../simulator/runner/runner.ts';
import { IMAGES } from './makers.ts';
import type { Interruption } from './plan.ts';

/** Waits for the moment, then interrupts the step. Returns false if main ended before. */
export async function interrupt(
  action: RunningAction,
  { folder, temp }: { readonly folder: string; readonly temp: string },
  { how, moment, ms }: Interruption,
): Promise<boolean> {
  const over = new AbortController();
  void action.done.then(() => over.abort());
  const { signal } = over;
  try {
    if (moment === 'half a file') await halfAFile(path.join(folder, IMAGES), signal);
    else if (typeof moment === 'number') await journalLines(temp, moment, signal);
    else if (moment !== 'start') await action.line(moment);
    if (ms > 0) await sleep(ms, undefined, { signal });
    if (how === 'SIGTERM' || how === 'SIGKILL') action.signal(how);
    else action.cancel();
    if (how === 'cancel, then SIGKILL') {
      await sleep(ms / 2, undefined, { signal }).then(
        () => action.signal('SIGKILL'),
        () => {},
      );
    }
    return true;
  } catch {
    return false;
  }
}

async function halfAFile(folder: string, signal: AbortSignal): Promise<void> {
  for await (const { filename } of watch(folder, { signal })) if (filename?.endsWith('.part')) return;
}

/** Resolves once a journal in that RUNNER_TEMP has at least `lines` lines. Rejects if the signal aborts. */
async function journalLines(temp: string, lines: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    for (const name of await readdir(temp)) {
      const journal = await readFile(path.join(temp, name, 'journal.jsonl'), 'utf8').catch(() => '');
      if (journal.split('\n').length > lines) return;
    }
    await sleep(3, undefined, { signal });
  }
}
