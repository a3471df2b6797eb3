// What a killed run leaves behind: a file of one JSON line before and after each step that costs money or makes evidence. `post` reads it.
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonObject, parseJsonObject } from './json.ts';
import type { Ending } from './ledger/paid-request.ts';

/** What `post` needs to know of the run. Never the token. */
export interface RunHeader {
  readonly apiUrl: string;
  /** Absolute. */
  readonly outputDir: string;
  readonly artifact: {
    readonly name: string;
    readonly overwrite: boolean;
    readonly archive: boolean;
    readonly retentionDays: number | null;
  } | null;
  /** Where the record of paid requests belongs; null: nowhere. */
  readonly recordKey: string | null;
  /** Whether there may be other records under that key. */
  readonly shared: boolean;
  /** GITHUB_RUN_ID. */
  readonly runId: string;
  readonly step: StepName;
}

/** Which step of which job this is. */
export interface StepName {
  /** The same for all steps of one attempt of a job, and for no other. */
  readonly job: string;
  /** GITHUB_ACTION: unique within the job. */
  readonly step: string;
}

export type JournalEntry =
  | { readonly entry: 'run'; readonly run: RunHeader }
  /** The record of earlier attempts, which the next one still needs where this one does not come to it. */
  | { readonly entry: 'known'; readonly record: string }
  /** About to submit: without `accepted` or `refused` after it, nobody knows. */
  | { readonly entry: 'submitting'; readonly job: string; readonly recipe: string; readonly occurrence: number }
  | { readonly entry: 'refused'; readonly job: string }
  /** Submitted by this run, or found from an earlier one. */
  | {
      readonly entry: 'accepted';
      readonly job: string;
      readonly recipe: string;
      readonly occurrence: number;
      readonly requestId: string;
    }
  | { readonly entry: 'ended'; readonly job: string; readonly how: Ending }
  /** Files will be put into this folder, maybe as `.<uuid>.part` at first. Absolute. */
  | { readonly entry: 'placing'; readonly folder: string }
  | { readonly entry: 'saved'; readonly job: string; readonly path: string }
  | { readonly entry: 'uploaded' }
  /** Outputs and summary are published: nothing that this run knew is untold. */
  | { readonly entry: 'told' };

export interface Journal {
  write(entry: JournalEntry): void;
}

/** Writes are synchronous: what is about to be paid must be on disk before it is. A file that cannot be written is told once, and the run goes on. */
export function openJournal(file: string, onFailure: (error: unknown) => void): Journal {
  let broken = false;
  return {
    write(entry) {
      if (broken) return;
      try {
        appendFileSync(file, `${JSON.stringify(entry)}\n`);
      } catch (error) {
        broken = true;
        onFailure(error);
      }
    },
  };
}

export interface JournalledRequest {
  readonly job: string;
  readonly recipe: string;
  readonly occurrence: number;
  /** null: submitted, and the answer never came. */
  readonly requestId: string | null;
  /** null: main did not live to see it. */
  readonly ending: Ending | null;
}

/** A request, and what has become of it in the end. */
export interface Settled {
  readonly request: JournalledRequest;
  readonly state: Ending;
}

/** What the journal tells in the end. */
export interface Leftover {
  readonly run: RunHeader;
  /** The record that main found; null where it found none. */
  readonly known: string | null;
  /** All but those that were refused. */
  readonly requests: readonly JournalledRequest[];
  readonly saved: readonly { readonly job: string; readonly path: string }[];
  /** Absolute paths of folders that may hold half a file. */
  readonly placing: readonly string[];
  readonly uploaded: boolean;
  readonly told: boolean;
}

/** null where there is no journal, or one that is not ours. A last line that was cut off by the kill is skipped. */
export function readJournal(journal: string): Leftover | null {
  let run: RunHeader | null = null;
  let known: string | null = null;
  const requests = new Map<string, JournalledRequest>();
  const saved: { job: string; path: string }[] = [];
  const placing: string[] = [];
  const seen = new Set<string>();
  for (const line of read(journal).split('\n')) {
    const entry = parseJsonObject(line);
    const { job, recipe, occurrence, requestId, how, path: file } = entry ?? {};
    if (typeof entry?.entry === 'string') seen.add(entry.entry);
    if (entry?.entry === 'known' && typeof entry.record === 'string') known = entry.record;
    if (entry?.entry === 'run') run = runHeader(entry.run);
    if (entry?.entry === 'placing' && typeof entry.folder === 'string') placing.push(entry.folder);
    if (entry?.entry === 'saved' && typeof file === 'string' && typeof job === 'string')
      saved.push({ job, path: file });
    if (typeof job !== 'string') continue;
    const before = requests.get(job);
    if (entry?.entry === 'refused') requests.delete(job);
    if (entry?.entry === 'ended' && before !== undefined && isEnding(how))
      requests.set(job, { ...before, ending: how });
    if (typeof recipe !== 'string' || typeof occurrence !== 'number') continue;
    if (entry?.entry === 'submitting') requests.set(job, { job, recipe, occurrence, requestId: null, ending: null });
    if (entry?.entry === 'accepted' && typeof requestId === 'string')
      requests.set(job, { job, recipe, occurrence, requestId, ending: null });
  }
  return run === null
    ? null
    : {
        run,
        known,
        requests: [...requests.values()],
        saved,
        placing,
        uploaded: seen.has('uploaded'),
        told: seen.has('told'),
      };
}

/** Absolute paths of what other steps of the same job have saved. `temp`: the folder of this run's own, beside theirs. */
export function savedByOtherSteps(temp: string, own: StepName): ReadonlySet<string> {
  const runs = path.dirname(temp);
  const journals = namesIn(runs)
    .filter((name) => name.startsWith('runcomfy-') && name !== path.basename(temp))
    .flatMap((name) => readJournal(path.join(runs, name, 'journal.jsonl')) ?? []);
  // Not by the step's name: the steps of one composite action share it.
  const others = journals.filter(({ run: { step } }) => step.job === own.job);
  return new Set(others.flatMap(({ saved }) => saved.map(({ path: file }) => file)));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function stepName(value: unknown): StepName {
  const { job, step } = jsonObject(value) ?? {};
  return { job: typeof job === 'string' ? job : '', step: typeof step === 'string' ? step : '' };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

const ENDINGS: ReadonlySet<string> = new Set<Ending>([
  'finished',
  'failed',
  'refused',
  'empty',
  'cancelled',
  'running',
  'outlasted',
  'unknown',
  'gone',
]);

function isEnding(how: unknown): how is Ending {
  return typeof how === 'string' && ENDINGS.has(how);
}

function runHeader(value: unknown): RunHeader | null {
  const { apiUrl, outputDir, artifact, recordKey, shared, runId, step } = jsonObject(value) ?? {};
  if (typeof apiUrl !== 'string' || typeof outputDir !== 'string') return null;
  const { name, overwrite, archive, retentionDays } = jsonObject(artifact) ?? {};
  return {
    apiUrl,
    outputDir,
    artifact:
      typeof name !== 'string'
        ? null
        : {
            name,
            overwrite: overwrite === true,
            archive: archive !== false,
            retentionDays: typeof retentionDays === 'number' ? retentionDays : null,
          },
    recordKey: typeof recordKey === 'string' ? recordKey : null,
    shared: shared === true,
    runId: typeof runId === 'string' ? runId : '',
    step: stepName(step),
  };
}
