// Work in a thread of its own, for what would keep this one busy for long. It runs from its text alone: it may name nothing outside of itself, and gets
// modules of Node from `process.getBuiltinModule`. What is given to it is copied, and so is what it says.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Resolves with what `work` returns. */
export async function inThread<Given, Answer>(work: (given: Given) => Answer, given: Given): Promise<Answer> {
  const thread = run(`parentPort.postMessage((${work})(workerData))`, given);
  const [answer]: Answer[] = await once(thread, 'message');
  if (answer === undefined) throw new Error('the thread said nothing');
  return answer;
}

/** `work` may listen and talk to its parent port for as long as it likes. */
export function startThread<Given>(work: (given: Given) => void, given: Given): Worker {
  return run(`(${work})(workerData)`, given);
}

function run(work: string, workerData: unknown): Worker {
  const code = `const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');\n${work};`;
  return new Worker(code, { eval: true, workerData });
}
