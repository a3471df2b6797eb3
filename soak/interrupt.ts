// Ends a step from outside, at a moment of its life.
import { readdir, readFile, watch } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RunningAction } from '../simulator/runner/runner.ts';
import { IMAGES } from './makers.ts';
import type { Interruption } from './plan.ts';

/** Does it when its moment comes; false where main ended before. */
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

/** Resolves once a journal below that RUNNER_TEMP has so many lines. */
async function journalLines(temp: string, lines: number, signal: AbortSignal): Promise<void> {
  for (;;) {
    for (const name of await readdir(temp)) {
      const journal = await readFile(path.join(temp, name, 'journal.jsonl'), 'utf8').catch(() => '');
      if (journal.split('\n').length > lines) return;
    }
    await sleep(3, undefined, { signal });
  }
}
