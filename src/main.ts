// The entry point of the step, of its post phase, and of the command line. Signals become cancellation, and an exception becomes the one error annotation.
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
/** On Ctrl-C, the terminal signals this process, and npm does so again a few milliseconds later. */
const ONE_SIGNAL_MS = 1_000;
// Windows has no SIGTERM, but sends SIGBREAK for Ctrl-Break. SIGHUP means that the terminal was closed or lost its connection.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const) {
  process.on(name, () => {
    if (cancelled.signal.aborted && performance.now() - signalledAt < ONE_SIGNAL_MS) return;
    signalledAt = performance.now();
    signalled ||= 128 + (constants.signals[name] ?? 0);
    const reason = new ActionError('cancelled', `The run was cancelled (${name}).`);
    (cancelled.signal.aborted ? forceStop : cancelled).abort(reason);
  });
}

// If the runner or the terminal is gone, writing fails. The run must finish all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

// Depends on the started file, not on saved state: if main died before it saved any, its post phase would run main again, and pay for it.
const entry = path.basename(process.argv[1] ?? '');
const exitCode = entry === 'cli.cjs' ? await atDesk() : await onRunner(entry === 'post.js');
// Open sockets and timers of clients must not keep the job running. The write waits until all output is flushed.
process.stdout.write('', () => process.exit(exitCode));

async function onRunner(isPost: boolean): Promise<number> {
  const context = createContext(process.env, cancelled.signal);
  const { workflow } = context;
  // An error in a library may surface outside of any await. The post phase then cancels what is left at RunComfy.
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

/** Annotates the problems of a manifest on its lines too. */
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
