// The entry: of the step, of its post phase, and of the command at the desk. Signals become cancellation, what is thrown becomes the one error.
import { constants } from 'node:os';
import path from 'node:path';
import { createContext } from './context.ts';
import { ActionError, asActionError } from './lib/errors.ts';
import { runStep } from './step.ts';

const cancelled = new AbortController();
const forceStop = new AbortController();
const signals = { cancelled: cancelled.signal, forceStop: forceStop.signal };
let signalled = 0;
let signalledAt = 0;
/** npm passes Ctrl-C on to a program that the terminal has signalled too, a few milliseconds later. */
const ONE_SIGNAL_MS = 1_000;
// Windows knows no SIGTERM; Ctrl-Break comes as SIGBREAK. SIGHUP says that the window of the terminal was closed, or that its connection was lost.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const) {
  process.on(name, () => {
    if (cancelled.signal.aborted && performance.now() - signalledAt < ONE_SIGNAL_MS) return;
    signalledAt = performance.now();
    signalled ||= 128 + (constants.signals[name] ?? 0);
    const reason = new ActionError('cancelled', `The run was cancelled (${name}).`);
    (cancelled.signal.aborted ? forceStop : cancelled).abort(reason);
  });
}

// A runner or a terminal that is gone reads nothing any more; what was begun is ended all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// By the file that was started, never by state: a main that died before it left any must not be run, and paid for, by its own post phase.
const entry = path.basename(process.argv[1] ?? '');
const exitCode = entry === 'cli.cjs' ? await atDesk() : await onRunner(entry === 'post.js');
// Clients keep sockets and timers alive; nothing that is left may hold the job. Waits until what was printed is with its reader.
process.stdout.write('', () => process.exit(exitCode));

async function onRunner(isPost: boolean): Promise<number> {
  const context = createContext(process.env, cancelled.signal);
  const { workflow } = context;
  // A fault of a library may surface outside of every await. The post phase then ends what is left at RunComfy.
  process.on('uncaughtException', (error) => {
    workflow.info(error.stack ?? '');
    void workflow.error(`This action failed with an unexpected error: ${error.message}`).finally(() => process.exit(1));
  });
  try {
    if (isPost) await (await import('./post-phase.ts')).runPost(context, signals.cancelled);
    else await runStep(context, signals);
    return 0;
  } catch (error) {
    const failure = asActionError(error, 'This action failed with an unexpected error');
    await annotateManifest(failure, context);
    if (failure.kind === 'internal' && error instanceof Error) workflow.info(error.stack ?? '');
    await workflow.error(failure.text);
    return 1;
  } finally {
    if (!isPost) context.handOver({ ended: 'true' });
  }
}

/** Problems of a manifest stand on its lines too. */
async function annotateManifest(
  failure: ActionError,
  { workflow, redacted }: ReturnType<typeof createContext>,
): Promise<void> {
  if (!('problems' in failure && 'file' in failure)) return;
  const { ManifestError } = await import('./manifest/problems.ts');
  if (!(failure instanceof ManifestError)) return;
  const { tellProblems } = await import('./commands/check.ts');
  await tellProblems(failure, { log: workflow, workflow, redacted });
}

async function atDesk(): Promise<number> {
  const { runDesk } = await import('./desk/desk.ts');
  const code = await runDesk(
    {
      words: process.argv.slice(2),
      env: process.env,
      folder: process.cwd,
      home: path.resolve(path.dirname(process.argv[1] ?? ''), '..'),
      streams: process,
    },
    signals,
  );
  return signalled || code;
}
