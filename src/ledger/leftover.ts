// Reads from its journal what a step left behind: requests, files and evidence.
import { readFileSync } from 'node:fs';
import { type Json, jsonObject, parseJsonObject } from '../lib/json.ts';
import type { Ending } from '../tasks/paid-request.ts';
import type { RunHeader, Staged, StagedFile } from './journal.ts';
import { isEnding } from './record.ts';

export interface JournalledRequest {
  readonly task: string;
  readonly order: string;
  /** Milliseconds since the epoch. */
  readonly acceptedAt: number;
  /** null if the response to the submit never came. */
  readonly requestId: string | null;
  /** Absent for the Model API. */
  readonly deployment?: string;
  /** null if main ended before it was known. */
  readonly ending: Ending | null;
}

export interface Leftover {
  readonly run: RunHeader;
  /** Without those that were refused. */
  readonly requests: readonly JournalledRequest[];
  /** Paid requests of earlier runs that came to nothing, and were made again. */
  readonly replaced: readonly JournalledRequest[];
  /** By `keyOf`: the standing that is saved for later runs. */
  readonly recorded: ReadonlyMap<string, string>;
  /** By task. */
  readonly staged: ReadonlyMap<string, Staged>;
  readonly saved: readonly { readonly task: string; readonly path: string }[];
  /** Folders that may contain a partly copied file. Absolute. */
  readonly placing: readonly string[];
  /** Names of tasks that have all their files. */
  readonly delivered: ReadonlySet<string>;
  readonly uploaded: boolean;
  readonly told: boolean;
}

/** null if the file is missing or is not a journal of this action. An incomplete last line, from a kill, is skipped. */
export function readJournal(journal: string): Leftover | null {
  let run: RunHeader | null = null;
  const requests = new Map<string, JournalledRequest>();
  const replaced: JournalledRequest[] = [];
  const recorded = new Map<string, string>();
  const staged = new Map<string, Staged>();
  const saved: { task: string; path: string }[] = [];
  const placing: string[] = [];
  const delivered = new Set<string>();
  const seen = new Set<string>();
  for (const line of read(journal).split('\n')) {
    const entry = parseJsonObject(line) ?? {};
    const { task, order, at, requestId, deployment, how, path, folder, standings } = entry;
    if (typeof entry.entry === 'string') seen.add(entry.entry);
    if (entry.entry === 'run') run = runHeader(jsonObject(entry.run) ?? {});
    if (entry.entry === 'placing' && typeof folder === 'string') placing.push(folder);
    if (entry.entry === 'recorded') for (const [name, standing] of pairs(standings)) recorded.set(name, standing);
    if (typeof task !== 'string') continue;
    if (entry.entry === 'staged') {
      const files = stagedFrom(entry);
      if (files !== null) staged.set(task, files);
    }
    if (entry.entry === 'saved' && typeof path === 'string') saved.push({ task, path });
    if (entry.entry === 'delivered') delivered.add(task);
    if (entry.entry === 'refused') requests.delete(task);
    const before = requests.get(task);
    if (entry.entry === 'ended' && before !== undefined && isEnding(how))
      requests.set(task, { ...before, ending: how });
    if (typeof order !== 'string' || typeof at !== 'number') continue;
    const handle = typeof deployment === 'string' ? { deployment } : {};
    const open = { task, order, acceptedAt: at, ending: null, ...handle };
    if (entry.entry === 'submitting' && before !== undefined) replaced.push(before);
    if (entry.entry === 'submitting') requests.set(task, { ...open, requestId: null });
    if (entry.entry === 'accepted' && typeof requestId === 'string') requests.set(task, { ...open, requestId });
  }
  if (run === null) return null;
  const ends = { uploaded: seen.has('uploaded'), told: seen.has('told') };
  return { run, requests: [...requests.values()], replaced, recorded, staged, saved, placing, delivered, ...ends };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function pairs(value: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown) => {
    const [name, standing]: readonly unknown[] = Array.isArray(pair) ? pair : [];
    return typeof name === 'string' && typeof standing === 'string' ? [[name, standing] as const] : [];
  });
}

function stagedFrom({ order, requestId, seed, cost, files }: Json): Staged | null {
  if (typeof order !== 'string' || typeof requestId !== 'string' || !Array.isArray(files)) return null;
  return {
    order,
    requestId,
    seed: numberOr(seed),
    cost: numberOr(cost),
    files: files.map((file) => stagedFileFrom(jsonObject(file) ?? {})),
  };
}

function stagedFileFrom(file: Json): StagedFile | null {
  const { stagedPath, url, bytes, sha256, format, suffix, width, height, truncated, seed } = file;
  if (typeof stagedPath !== 'string' || typeof sha256 !== 'string' || typeof suffix !== 'string') return null;
  return {
    stagedPath,
    url: typeof url === 'string' ? url : '',
    bytes: numberOr(bytes) ?? 0,
    sha256,
    format: typeof format === 'string' ? format : null,
    suffix,
    width: numberOr(width),
    height: numberOr(height),
    truncated: truncated === true,
    seed: numberOr(seed),
  };
}

function numberOr(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function runHeader({
  apiUrl,
  deploymentsUrl,
  outputDir,
  artifact,
  evidence,
  record,
  runId,
  attempt,
}: Json): RunHeader | null {
  if (typeof apiUrl !== 'string' || typeof outputDir !== 'string') return null;
  const { name, overwrite, archive, retentionDays } = jsonObject(artifact) ?? {};
  return {
    apiUrl,
    deploymentsUrl: typeof deploymentsUrl === 'string' ? deploymentsUrl : '',
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
    evidence: Array.isArray(evidence) ? evidence.filter((file) => typeof file === 'string') : [],
    record: typeof record === 'string' ? record : null,
    runId: typeof runId === 'string' ? runId : '',
    attempt: typeof attempt === 'number' ? attempt : 1,
  };
}
