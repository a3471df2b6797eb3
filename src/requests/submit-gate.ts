// Who may submit when: a submit is paid for, so the first goes alone, and once an answer was lost nobody throws money after it.
import type { Clock } from '../lib/ports.ts';

/** How a submit ended, as far as the gate cares. */
export type SubmitEnd =
  /** There is an answer, whatever it says. */
  | 'answered'
  /** Nothing was sent. */
  | 'unsent'
  /** Nobody knows whether it was accepted. */
  | 'lost';

/** The right to send one submit. */
export interface Turn {
  end(how: SubmitEnd): void;
}

export interface GateState {
  /** Submits under way. */
  readonly out: number;
  /** At least one submit was answered: the way to RunComfy works. */
  readonly proven: boolean;
  readonly lost: number;
  /** Why nothing more is submitted; null: it may be. */
  readonly closed: string | null;
}

export interface SubmitGate {
  /** Resolves when a submit may go out, in the order of the calls; null: none may any more. Rejects with the signal's reason. */
  enter(signal: AbortSignal): Promise<Turn | null>;
  /** For good; the first reason stays. */
  close(reason: string): void;
  state(): GateState;
}

/** Each lost answer may be a request that is billed, and that nobody can collect. */
const MAX_LOST = 3;
/** The first submit goes alone until it is answered or this old. */
const ALONE_MS = 1_000;

export function createSubmitGate(clock: Clock): SubmitGate {
  let state: GateState = { out: 0, proven: false, lost: 0, closed: null };
  let alone = false;
  const waiting = new Set<() => void>();
  const aloneOver = new AbortController();

  function mayGo(): boolean {
    if (state.out === 0) return true;
    if (state.lost > 0 || alone) return false;
    // Until one is answered, all that are under way may be lost.
    return state.proven || state.out < MAX_LOST;
  }

  function letIn(): void {
    for (const enter of [...waiting]) {
      if (state.closed === null && !mayGo()) return;
      enter();
    }
  }

  function begin(): Turn {
    if (state.out === 0 && !state.proven && !aloneOver.signal.aborted) startAlone();
    state = { ...state, out: state.out + 1 };
    let ended = false;
    return {
      end(how) {
        if (ended) return;
        ended = true;
        endAlone();
        const lost = state.lost + (how === 'lost' ? 1 : 0);
        state = { ...state, out: state.out - 1, proven: state.proven || how === 'answered', lost };
        if (how === 'lost' && lost === MAX_LOST) close(`${lost} submits got no response, and each may be billed`);
        letIn();
      },
    };
  }

  function startAlone(): void {
    alone = true;
    clock.sleep(ALONE_MS, aloneOver.signal).then(
      () => {
        endAlone();
        letIn();
      },
      () => {},
    );
  }

  function endAlone(): void {
    alone = false;
    if (!aloneOver.signal.aborted) aloneOver.abort();
  }

  function close(reason: string): void {
    if (state.closed !== null) return;
    state = { ...state, closed: reason };
    letIn();
  }

  return {
    enter: (signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const leave = (): void => {
          waiting.delete(enter);
          signal.removeEventListener('abort', abort);
        };
        const abort = (): void => {
          leave();
          reject(signal.reason);
        };
        const enter = (): void => {
          leave();
          resolve(state.closed === null ? begin() : null);
        };
        waiting.add(enter);
        signal.addEventListener('abort', abort, { once: true });
        letIn();
      }),
    close,
    state: () => state,
  };
}
