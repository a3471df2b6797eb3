// The rows of faults, and the checks for every fault: evidence, one clear error, no secret, no forged command.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import { unescapeHtml } from '../../simulator/demo/github-markdown.ts';
import type { Fault as Strike } from '../../simulator/faults.ts';
import { type CallName, isObject } from '../../simulator/wire.ts';
import type { FailureKind } from '../../src/lib/errors.ts';
import type { Unsettled } from '../../src/tasks/paid-request.ts';
import { type Played, play, type Scene } from './action.ts';

/** One fault, and everything that must result from it. docs/reliability.md has the same rows. */
export interface Fault {
  /** Unique, and the first column of the table in docs/reliability.md. */
  readonly name: string;
  /** What is scripted. What it opens, it hands to `cleanUp`. */
  readonly scene: Scene | ((cleanUp: AsyncDisposableStack) => Promise<Scene>);
  /** Files saved, in the workspace and in the outputs. */
  readonly kept: number;
  readonly exitCode: 0 | 1;
  /** Submits that reached the service, accepted or not. */
  readonly submits: number;
  /** Must match the one error annotation, or the log if the step succeeds. */
  readonly said: RegExp;
  /** `kind`s of the report's failures, in task order; default: none. */
  readonly failures?: readonly FailureKind[];
  /** States of the output `unsettled`, in task order; default: none. */
  readonly unsettled?: readonly Unsettled[];
  /** Finished artifacts; default: none, since only rows that set `upload-artifact` upload any. */
  readonly artifacts?: number;
  /** What else must hold. */
  readonly also?: (run: Played) => void | Promise<void>;
  /** Default true: the outputs are set. False if the file for them is what is missing. */
  readonly outputs?: boolean;
  /** Why this machine cannot play it; null if it can. */
  readonly skip?: string | null;
}

export const ALWAYS = Number.POSITIVE_INFINITY;

/** The scene in which the next `times` calls of that name, after `skip` more, are struck. */
export function struck(call: CallName, strike: Strike, times = 1, skip = 0): Scene {
  return { before: (simulator) => simulator.fault(call, strike, times, skip) };
}

/** A different response of RunComfy. Retry-After is 0 unless `headers` has one, so that tests do not wait. */
export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Strike {
  return { kind: 'reply', status, body, headers: { 'retry-after': '0', ...headers } };
}

/** RunComfy docs, error-codes. */
export function refusal(error_code: number, error_message: string): Strike {
  return answer(Math.floor(error_code / 1000), { error_code, error_message });
}

/** How many calls of that name reached the simulator. */
export function callsOf({ simulator }: Played, name: CallName): number {
  return simulator.calls.filter((call) => call.name === name).length;
}

/** A folder that is gone after the test. */
export async function tempFolder(cleanUp: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fault-'));
  cleanUp.defer(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Plays a fault through the bundle and checks the results. Pictures are small, and few are uploaded, because only the faults are tested. */
export async function playFault(fault: Fault): Promise<void> {
  await using cleanUp = new AsyncDisposableStack();
  const scene = typeof fault.scene === 'function' ? await fault.scene(cleanUp) : fault.scene;
  const inputs = { 'image-size': '32x32', 'upload-artifact': 'false', ...scene.inputs };
  await using run = await play({ ...scene, inputs });
  const report = await readReport(run);
  const { outputs = true } = fault;
  expect({
    exitCode: run.exitCode,
    kept: outputs ? run.outputs.count : String(report.saved.length),
    submits: run.submits,
    failures: report.failures,
    unsettled: report.unsettled,
    artifacts: run.simulator.artifacts.filter(({ finalized }) => finalized).length,
    errors: run.errors.length,
  }).toEqual({
    exitCode: fault.exitCode,
    kept: String(fault.kept),
    submits: fault.submits,
    failures: fault.failures ?? [],
    unsettled: fault.unsettled ?? [],
    artifacts: fault.artifacts ?? 0,
    errors: fault.exitCode,
  });
  expect(fault.exitCode === 0 ? run.log : run.errors.join()).toMatch(fault.said);
  await expectEvidence(run, report);
  if (outputs) expect(run.json('request-ids')).toEqual(report.requestIds);
  expectNoSecret(run, report.text);
  expect(run.forged).toEqual([]);
  await fault.also?.(run);
}

interface Report {
  readonly text: string;
  /** Names of files that lie beside it, records excepted. */
  readonly left: readonly string[];
  /** Relative to the workspace. */
  readonly saved: readonly string[];
  readonly failures: readonly unknown[];
  readonly unsettled: readonly unknown[];
  readonly requestIds: readonly unknown[];
}

/** The JSON report. Found even if the output with its path could not be written. */
async function readReport({ outputs, temp }: Played): Promise<Report> {
  const [name = 'none'] = (await readdir(temp)).filter((entry) => /^runcomfy-\w{6}$/.test(entry));
  const folder = outputs['report-file'] ? path.dirname(outputs['report-file']) : path.join(temp, name);
  const text = await readFile(path.join(folder, 'report.json'), 'utf8').catch(() => '{}');
  const report: unknown = JSON.parse(text);
  const { images, failures, unsettled, request_ids: ids } = isObject(report) ? report : {};
  return {
    text,
    left: (await readdir(folder).catch(() => [])).filter((entry) => !/\.jsonl?$/.test(entry)),
    saved: valuesOf(images, 'path').map(String),
    failures: valuesOf(failures, 'kind'),
    unsettled: valuesOf(unsettled, 'state'),
    requestIds: Array.isArray(ids) ? ids : [],
  };
}

function valuesOf(entries: unknown, name: string): readonly unknown[] {
  return Array.isArray(entries) ? entries.map((entry: unknown) => (isObject(entry) ? entry[name] : null)) : [];
}

/** Files are where the report says, no partial files are left, and every known request is named. */
async function expectEvidence(run: Played, { left, saved, requestIds, failures, unsettled }: Report): Promise<void> {
  for (const file of saved) expect((await stat(path.join(run.workspace, file))).size).toBeGreaterThan(0);
  const found = await readdir(run.workspace, { recursive: true });
  expect(found.filter((file) => file.endsWith('.part'))).toEqual([]);
  // A file that could not be moved into place may still be there, but no partial download.
  expect(left.length).toBeLessThanOrEqual(failures.filter((kind) => kind === 'save-failed').length);

  const accepted = run.simulator.requests.map(({ id }) => id);
  const lost = unsettled.filter((state) => state === 'unknown').length;
  expect(accepted).toEqual(expect.arrayContaining([...requestIds]));
  expect(accepted.length - requestIds.length).toBeLessThanOrEqual(lost);
}

/** Looks behind the runner's own masks, which hide secrets from the log alone. */
export function expectNoSecret(run: Played, report: string): void {
  const { token } = run.simulator;
  const printed = run.stdout.replace(`::add-mask::${token}`, '');
  const summary = unescapeHtml(run.summary);
  for (const text of [printed, run.stderr, JSON.stringify(run.outputs), report, summary]) {
    expect(text).not.toContain(token);
  }
}
