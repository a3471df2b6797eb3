// The outputs of the step, kept below GitHub's limit: long lists are cut at an item boundary.
import type { StoredArtifact } from '../lib/ports.ts';
import type { RunResult } from '../tasks/outcome.ts';
import { planEntries, type Report } from './report.ts';

/** GitHub allows 1 MB of outputs per job, counted in UTF-16 units. Other steps need some of it. */
const MAX_UNITS = 400_000;

export interface Outputs {
  readonly values: Readonly<Record<string, string>>;
  /** Names of the outputs that had to be cut. */
  readonly cut: readonly string[];
}

interface OutputSources {
  readonly runResult: RunResult;
  readonly report: Report;
  readonly artifact: StoredArtifact | null;
  readonly preview: { readonly commentId: string; readonly commentUrl: string } | null;
  readonly reportFile: string | null;
  /** The lock, relative to the workspace, if it changed. */
  readonly lock: string | null;
}

export function outputsOf({ runResult, report, artifact, preview, reportFile, lock }: OutputSources): Outputs {
  const [first] = runResult.images;
  const short = {
    path: first?.path ?? '',
    url: first?.url ?? '',
    count: String(runResult.images.length),
    'failed-count': String(runResult.failed.length),
    'skipped-count': String(runResult.skipped.length),
    'artifact-id': artifact?.id ?? '',
    'artifact-name': artifact?.name ?? '',
    'artifact-url': artifact?.url ?? '',
    'artifact-digest': artifact?.digest ?? '',
    'comment-id': preview?.commentId ?? '',
    'comment-url': preview?.commentUrl ?? '',
    cost: runResult.cost === null ? '' : String(runResult.cost),
    changed: String(lock !== null || runResult.images.some(({ changed }) => changed)),
    'report-file': reportFile ?? '',
  };
  const values: Record<string, string> = { ...short };
  const cut: string[] = [];
  let left = MAX_UNITS - Object.entries(short).flat().join('').length;
  const add = (name: string, list: CutList): void => {
    values[name] = list.text;
    if (list.cut) cut.push(name);
    left -= list.text.length;
  };
  // Each list gets a share. `images`, the longest, comes last and takes the rest.
  add('unsettled', jsonList(report.unsettled, left / 4));
  add('request-ids', jsonList(report.request_ids, left / 3));
  const paths = runResult.images.map(({ path }) => path);
  const saved = lines(paths, left / 2);
  // At the end, even if the list was cut, because the lock must be committed with the files.
  add('paths', lock === null ? saved : { ...saved, text: [saved.text, lock].filter(Boolean).join('\n') });
  add('plan', planList(runResult.plan, left / 2));
  add('images', jsonList(report.images, left));
  return { values, cut };
}

/** Unchanged images are the least important, and the most in a large manifest. If not all fit, they are removed first. */
function planList(plan: RunResult['plan'], max: number): CutList {
  if (plan === null) return { text: '', cut: false };
  const entries = planEntries(plan);
  const whole = jsonList(entries, max);
  if (!whole.cut) return whole;
  const news = entries.filter(({ action }) => action !== 'unchanged');
  return { text: jsonList(news, max).text, cut: true };
}

interface CutList {
  readonly text: string;
  readonly cut: boolean;
}

function jsonList(items: readonly unknown[], max: number): CutList {
  const { kept, cut } = fitting(
    items.map((item) => JSON.stringify(item)),
    max - 2,
  );
  return { text: `[${kept.join(',')}]`, cut };
}

function lines(items: readonly string[], max: number): CutList {
  const { kept, cut } = fitting(items, max);
  return { text: kept.join('\n'), cut };
}

function fitting(items: readonly string[], max: number): { kept: readonly string[]; cut: boolean } {
  let used = 0;
  const end = items.findIndex((item) => {
    used += item.length + 1;
    return used > max;
  });
  return end === -1 ? { kept: items, cut: false } : { kept: items.slice(0, end), cut: true };
}
