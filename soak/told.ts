// What a step has reported about its requests: its JSON report, and the warning of its post phase.
import { readFile } from 'node:fs/promises';
import type { RunResult } from '../simulator/runner/runner.ts';
import { isObject } from '../simulator/wire.ts';

/** `collected`: in the images of the report. `failed`: a failure of any kind. The others are the words of the report and of the post phase. */
type State = 'collected' | 'failed' | 'cancelled' | 'running' | 'finished';

export interface Told {
  readonly by: 'main' | 'post';
  readonly state: State;
  readonly requestId: string;
}

export interface ToldImage {
  /** The number of the image in its step, from 1. */
  readonly number: number;
  readonly requestId: string;
  /** Relative to the workspace. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Report {
  readonly images: readonly ToldImage[];
  readonly requestIds: readonly string[];
  readonly told: readonly Told[];
  /** Numbers of the images whose submit was not answered in this step. */
  readonly unknown: readonly number[];
  /** Numbers of the images whose submit was not answered in an earlier run. */
  readonly unknownBefore: readonly number[];
  /** Numbers of all images in the report. */
  readonly mentioned: ReadonlySet<number>;
  /** How many images were not attempted, because an image that they are made from failed. */
  readonly blocked: number;
}

/** The report of main; null if main ended before it wrote one. Throws if it does not match the description in action.yml. */
export async function readReport(main: RunResult): Promise<Report | null> {
  const file = main.outputs['report-file'] ?? '';
  if (file === '') return null;
  const report: unknown = JSON.parse(await readFile(file, 'utf8'));
  const images = objects(report, 'images');
  const failures = objects(report, 'failures');
  const unsettled = objects(report, 'unsettled');
  const ids = isObject(report) && Array.isArray(report.request_ids) ? report.request_ids.map(String) : [];
  const told = (entry: Entry, state: unknown): Told[] =>
    typeof entry.request_id === 'string' && isState(state) ? [{ by: 'main', state, requestId: entry.request_id }] : [];
  const unknown = unsettled.filter(({ state }) => state === 'unknown').map(numberOf);
  const before = new Set(failures.filter(({ message }) => /^An earlier run /.test(String(message))).map(numberOf));
  return {
    images: images.map((image) => ({
      number: numberOf(image),
      requestId: String(image.request_id),
      path: String(image.path),
      bytes: Number(image.bytes),
      sha256: String(image.sha256),
    })),
    requestIds: ids,
    told: [
      ...images.flatMap((image) => told(image, 'collected')),
      ...failures.flatMap((failure) => told(failure, 'failed')),
      ...unsettled.flatMap((one) => told(one, one.state)),
    ],
    unknown: unknown.filter((number) => !before.has(number)),
    unknownBefore: unknown.filter((number) => before.has(number)),
    mentioned: new Set([...images, ...failures, ...unsettled].map(numberOf)),
    blocked: failures.filter(({ kind }) => kind === 'blocked').length,
  };
}

const POST_WORDS: readonly (readonly [start: string, state: State | 'unknown'])[] = [
  ['Cancelled at RunComfy', 'cancelled'],
  ['Still running at RunComfy', 'running'],
  ['Finished at RunComfy', 'finished'],
  ['Failed at RunComfy', 'failed'],
  ['Refused by RunComfy', 'failed'],
  ['No longer known to RunComfy', 'failed'],
  ['Took longer than `timeout`', 'running'],
  ['Submitted, but the response was lost', 'unknown'],
];

export interface PostReport {
  readonly told: readonly Told[];
  readonly unknown: readonly number[];
}

/** The report in the warning of the post phase. */
export function readPost(post: RunResult | null): PostReport {
  const lines = (post?.annotations ?? []).flatMap(({ message }) => message.split('\n'));
  const told: Told[] = [];
  const unknown: number[] = [];
  for (const line of lines) {
    const state = POST_WORDS.find(([start]) => line.startsWith(start))?.[1];
    if (state === undefined) continue;
    const names = line
      .slice(line.lastIndexOf(': ') + 2)
      .replace(/\.$/, '')
      .split(', ');
    for (const name of names) {
      if (state === 'unknown') unknown.push(numberIn(name));
      else told.push({ by: 'post', state, requestId: name });
    }
  }
  return { told, unknown };
}

/** With a manifest, from the id of the image. Without one, all images have the same id, and the index counts them. */
function numberOf({ id, index }: Entry): number {
  return id === 'image' ? Number(index) : numberIn(String(id));
}

/** The name of a single image is `image`. */
function numberIn(name: string): number {
  return Number(/^image-(\d+)$/.exec(name)?.[1] ?? 1);
}

type Entry = Readonly<Record<string, unknown>>;

function objects(report: unknown, name: string): readonly Entry[] {
  const list = isObject(report) ? report[name] : undefined;
  if (!Array.isArray(list)) throw new Error(`The report has no list of ${name}.`);
  return list.filter(isObject);
}

function isState(word: unknown): word is State {
  return word === 'collected' || word === 'failed' || word === 'cancelled' || word === 'running';
}
