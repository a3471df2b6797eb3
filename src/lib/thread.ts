// Runs long work in a thread. The function is passed as text, so it cannot use anything outside of itself, and gets Node's modules from
// `process.getBuiltinModule`. Its argument and its messages are copied.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Resolves with what `work` returns. */
export async function inThread<Given, Answer>(work: (given: Given) => Answer, given: Given): Promise<Answer> {
  const thread = run(`parentPort.postMessage((${work})(workerData))`, given);
  const [answer]: Answer[] = await once(thread, 'message');
  if (answer === undefined) throw new Error('the thread said nothing');
  return answer;
}

/** `work` can use its parent port for as long as it runs. */
export function startThread<Given>(work: (given: Given) => void, given: Given): Worker {
  return run(`(${work})(workerData)`, given);
}

function run(work: string, workerData: unknown): Worker {
  const code = `const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');\n${work};`;
  return new Worker(code, { eval: true, workerData });
}
