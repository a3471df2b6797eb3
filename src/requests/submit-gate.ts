// When a task may submit: a submit costs money, so the first one goes alone, and after a lost response they go carefully.
import type { Clock } from '../lib/ports.ts';

/** How a submit ended, for the gate. */
export type SubmitEnd =
  /** There was a response. */
  | 'answered'
  /** Nothing was sent. */
  | 'unsent'
  /** It is not known whether it was accepted. */
  | 'lost';

/** The permission for one submit. */
export interface Turn {
  end(how: SubmitEnd): void;
}

interface GateState {
  /** Submits in flight. */
  readonly out: number;
  /** At least one submit got a response, so RunComfy can be reached. */
  readonly proven: boolean;
  readonly lost: number;
  /** Why nothing more is submitted; null if submits are allowed. */
  readonly closed: string | null;
}

export interface SubmitGate {
  /** Resolves when a submit may be sent, in the order of the calls; null if none may be sent any longer. Rejects with the signal's reason. */
  enter(signal: AbortSignal): Promise<Turn | null>;
  /** Closes the gate permanently. The first reason stays. */
  close(reason: string): void;
  state(): GateState;
}

/** Each lost response can be a request that is billed and cannot be collected. */
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
    // Until there is a response, all submits in flight can be lost.
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
