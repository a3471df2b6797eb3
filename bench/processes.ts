// Starts processes, times them, and watches their memory.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

export interface TimedProcess {
  /** Right before it was started, on the clock of `performance.now()`. */
  readonly started: number;
  /** From there until its exit was seen. */
  readonly seconds: number;
  /** Peak resident memory in bytes; null if the system does not say. */
  readonly peakBytes: number | null;
  /** Its processor time, user and system, in steps of 10 ms; null if the system does not say. Unlike `seconds`, hardly longer on a busy machine. */
  readonly processorSeconds: number | null;
}

interface Start {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const LOOK_EVERY_MS = 10;

/** Runs a process to its end. If it does not exit with 0, throws with everything that it printed. */
export async function timed({ command, args, ...options }: Start): Promise<TimedProcess> {
  const started = performance.now();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = Promise.all([text(child.stdout), text(child.stderr)]);
  let peakBytes: number | null = null;
  let processorSeconds: number | null = null;
  const watch = setInterval(() => {
    peakBytes = residentPeak(child.pid) ?? peakBytes;
    processorSeconds = processorTime(child.pid) ?? processorSeconds;
  }, LOOK_EVERY_MS);
  try {
    await once(child, 'exit');
  } finally {
    clearInterval(watch);
  }
  const seconds = (performance.now() - started) / 1000;
  if (child.exitCode !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${(await printed).join('\n')}`);
  return { started, seconds, peakBytes, processorSeconds };
}

/** Node with an empty program, the minimum for any action. */
export function runEmptyNode(): Promise<TimedProcess> {
  return timed({ command: process.execPath, args: ['-e', '0'], env: {} });
}

/**
 * Linux: VmHWM never decreases, so the last read only misses a peak in the last moments. (Unlike getrusage's maxrss, which begins with the memory of
 * the parent.) null on other systems, and once the process has ended.
 */
function residentPeak(pid: number | undefined): number | null {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

const TICKS_A_SECOND = 100;

/** Linux: utime and stime of all its threads (proc_pid_stat(5)). null elsewhere, and once the process has ended. */
function processorTime(pid: number | undefined): number | null {
  try {
    // The name of the program is in parentheses, and may contain any characters.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}
