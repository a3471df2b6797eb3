// The action's entry, for the step itself and for its post phase: signals become cancellation, what is thrown becomes the one error annotation.
import path from 'node:path';
import { createContext } from './context.ts';
import { ActionError, asActionError } from './lib/errors.ts';
import { runStep } from './step.ts';

const cancelled = new AbortController();
const forceStop = new AbortController();
// Windows knows no SIGTERM; Ctrl-Break comes as SIGBREAK.
for (const name of ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const) {
  process.on(name, () => {
    const reason = new ActionError('cancelled', `The run was cancelled (${name}).`);
    (cancelled.signal.aborted ? forceStop : cancelled).abort(reason);
  });
}

const context = createContext(process.env, cancelled.signal);
const { workflow } = context;

// A runner that is gone reads nothing any more; what was begun is ended all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// A fault of a library may surface outside of every await. The post phase then ends what is left at RunComfy.
process.on('uncaughtException', (error) => {
  workflow.info(error.stack ?? '');
  void workflow.error(`This action failed with an unexpected error: ${error.message}`).finally(() => process.exit(1));
});

// By the file that the runner started, never by state: a main that died before it left any must not be run, and paid for, by its own post phase.
const isPost = path.basename(process.argv[1] ?? '') === 'post.js';
let exitCode = 0;
try {
  const signals = { cancelled: cancelled.signal, forceStop: forceStop.signal };
  await (isPost ? (await import('./post-phase.ts')).runPost(context, signals.cancelled) : runStep(context, signals));
} catch (error) {
  const failure = asActionError(error, 'This action failed with an unexpected error');
  await annotateManifest(failure);
  if (failure.kind === 'internal' && error instanceof Error) workflow.info(error.stack ?? '');
  await workflow.error(failure.text);
  exitCode = 1;
}
if (!isPost) context.handOver({ ended: 'true' });
// Clients keep sockets and timers alive; nothing that is left may hold the job. Waits until what was printed is with the runner.
process.stdout.write('', () => process.exit(exitCode));

/** Problems of a manifest stand on its lines too. */
async function annotateManifest(failure: ActionError): Promise<void> {
  if (!('problems' in failure && 'file' in failure)) return;
  const { ManifestError } = await import('./manifest/problems.ts');
  if (!(failure instanceof ManifestError)) return;
  const { tellProblems } = await import('./commands/check.ts');
  await tellProblems(failure, { log: workflow, workflow, redacted: context.redacted });
}
