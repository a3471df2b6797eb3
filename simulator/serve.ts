// A simulator that outlives its command: workflows start it in one step and use it in later ones.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFile } from 'node:fs/promises';
import { startSimulator } from './server.ts';

if (process.send === undefined) await startInBackground();
else await serve(process.send.bind(process));

/** Prints the outputs `url`, `token` and `pid` (runs until the machine stops or the process is ended), for GitHub also as step outputs. */
async function startInBackground(): Promise<void> {
  // With inherited streams, the step would wait for a process that keeps running.
  const server = fork(import.meta.filename, [], { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const ended = once(server, 'exit').then(() => Promise.reject(new Error('The simulator did not start.')));
  const [address] = await Promise.race([once(server, 'message'), ended]);
  const outputs = `${String(address)}\npid=${server.pid}\n`;
  console.log(outputs.trimEnd());
  if (process.env.GITHUB_OUTPUT) await appendFile(process.env.GITHUB_OUTPUT, outputs);
  server.disconnect();
  server.unref();
}

async function serve(send: (message: string) => boolean): Promise<void> {
  const { url, token } = await startSimulator({ queueMs: 200, runMs: 500 });
  send(`url=${url}\ntoken=${token}`);
}
