// Work in a thread of its own, for what would keep this one busy for long.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Thread<Answer> {
  /** Rejects where the thread fails or is ended. */
  readonly answer: Promise<Answer>;
  end(): Promise<void>;
}

/**
 * `work` runs from its text alone: it may name nothing outside of itself, and gets modules of Node from `process.getBuiltinModule`.
 * `given` and the answer are copied, but for what is shared memory.
 */
export function inThread<Given, Answer>(work: (given: Given) => Answer, given: Given): Thread<Answer> {
  const code = `const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
parentPort.postMessage((${work})(workerData));`;
  const thread = new Worker(code, { eval: true, workerData: given });
  const answer = once(thread, 'message').then(([said]): Answer => said);
  // Whoever ends a thread may have stopped waiting for it.
  answer.catch(() => {});
  return {
    answer,
    async end() {
      await thread.terminate();
    },
  };
}
