// Logs the progress of the tasks: a line for each change, and one after 30 s without any.
import { counted, duration, size, usd } from '../lib/figures.ts';
import type { Clock, Log } from '../lib/ports.ts';
import { plainCounts } from '../report/counts.ts';
import type { RequestState } from '../runcomfy/protocol.ts';
import type { Outcome, PlanRow, RunResult, SavedImage } from '../tasks/outcome.ts';
import { makerOf, type Task } from '../tasks/task.ts';
import type { TaskEvent } from './submit-all.ts';

export interface Narrator {
  /** Logs what a manifest needs. */
  plan(planned: readonly PlanRow[]): Promise<void>;
  /** `paid`: how many of the tasks are already paid for. */
  start(tasks: readonly Task[], concurrency: number, paid: number): void;
  event(name: string, event: TaskEvent): void;
  saved(name: string, image: SavedImage): void;
  ended(name: string, outcome: Pick<Outcome, 'failure' | 'tookMs' | 'cost' | 'notes' | 'told' | 'adopted'>): void;
  /** All tasks have ended. */
  over(runResult: RunResult): void;
}

const SILENCE_MS = 30_000;

export function createNarrator(log: Pick<Log, 'info'>, clock: Clock): Narrator {
  const started = clock.now();
  let spoken = started;
  let total = 0;
  let ended = 0;
  const running = new Set<string>();
  const say = (line: string): void => {
    spoken = clock.now();
    log.info(line);
  };

  return {
    async plan(planned) {
      const { planTitle, priceNotes } = await import('../report/plan.ts');
      log.info(`Plan: ${planTitle(planned)}.`);
      for (const note of priceNotes(planned)) log.info(`Price of ${note}`);
    },
    start(tasks, concurrency, paid) {
      total = tasks.length;
      if (total === 0) return;
      const collecting = `${counted(paid, 'request')} that ${paid === 1 ? 'is' : 'are'} already paid for`;
      if (paid === total) return say(`Collecting ${collecting}.`);
      const makers = [...new Set(tasks.map(makerOf))].join(', ');
      const besides = paid === 0 ? '' : ` Collecting ${collecting}.`;
      say(
        `Submitting ${counted(total - paid, 'request')} to ${makers}${total > 1 ? `, ${Math.min(total, concurrency)} at a time` : ''}.${besides}`,
      );
    },
    event(name, event) {
      if (event.event === 'submitted') {
        running.add(name);
        say(`${name}: submitted, request ${event.requestId}`);
      } else if (event.event === 'adopted') {
        running.add(name);
        say(`${name}: collecting request ${event.requestId}, which is already paid for`);
      } else if (event.event === 'expired') {
        say(
          `${name}: RunComfy no longer has the files of request ${event.requestId}: it would have to be generated, and paid for, again`,
        );
      } else if (event.event === 'trouble') {
        const then = event.doing === 'submit' ? 'submitting again soon: nothing was accepted' : 'retrying';
        say(`${name}: ${event.error.message} ${then[0]?.toUpperCase()}${then.slice(1)}.`);
      } else if (event.event === 'state') {
        say(`${name}: ${stateText(event.state)}, after ${duration(event.ageMs)}`);
      } else if (event.event === 'polled' && clock.now() - spoken >= SILENCE_MS) {
        say(`${ended} of ${total} done, ${running.size} at RunComfy, ${duration(clock.now() - started)} so far`);
      }
    },
    saved(name, { path, width, height, format, bytes, changed }) {
      const dimensions = width === null || height === null ? '' : `${width}x${height} `;
      say(
        `${name}: ${changed ? 'saved' : 'unchanged'} ${path} (${dimensions}${format ?? 'unknown format'}, ${size(bytes)})`,
      );
    },
    ended(name, { failure, tookMs, cost, notes, told, adopted }) {
      ended += 1;
      running.delete(name);
      for (const text of told) say(`${name}: RunComfy returned ${text}`);
      for (const { kind, about } of notes) if (kind === 'side-file') say(`Not saved (not a failure): ${about}`);
      if (failure !== null) say(`${name}: ${failure.kind === 'cancelled' ? '' : 'failed. '}${failure.text}`);
      else
        say(
          `${name}: done${tookMs === null ? '' : ` in ${duration(tookMs)}`}${cost === null || adopted ? '' : `, ${usd(cost)}`}`,
        );
    },
    over: (runResult) => say(`In all: ${plainCounts(runResult).join(', ')}.`),
  };
}

/** Booting can take minutes, so the log says so. */
function bootText(machine: string | undefined): string {
  return machine === undefined ? '' : `, while its machine boots (${machine})`;
}

export function stateText(state: RequestState): string {
  switch (state.state) {
    case 'in_queue':
      return `in queue${state.position === null ? '' : ` at position ${state.position}`}${bootText(state.machine)}`;
    case 'in_progress':
      return 'running';
    case 'completed':
      return 'finished at RunComfy';
    case 'cancelled':
      return 'cancelled at RunComfy';
    case 'unknown':
      return `in an unknown state, ${state.word}`;
  }
}
