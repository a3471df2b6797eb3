// Notes about the files that were made, besides the verdict.
import { counted } from '../lib/figures.ts';
import { isSideFormat, type OutcomeNote, type RunResult } from '../tasks/outcome.ts';
import type { Note } from './notes.ts';

/** The most important first: what was paid for in vain. */
export function notesOf(runResult: RunResult): readonly Note[] {
  const about = (kind: OutcomeNote['kind']): readonly string[] =>
    runResult.outcomes.flatMap(({ notes }) => notes.filter((note) => note.kind === kind).map((note) => note.about));
  const notes = [
    { kind: 'flagged', text: flagged(about('flagged')) },
    { kind: 'equal-files', text: equalFiles(runResult) },
    { kind: 'truncated', text: truncated(about('truncated')) },
    { kind: 'unknown-format', text: unknown(about('unknown-format')) },
    { kind: 'side-file', text: sideFiles(about('side-file')) },
  ];
  return notes.filter(({ text }) => text !== '');
}

function flagged(requests: readonly string[]): string {
  if (requests.length === 0) return '';
  return `RunComfy flagged the results of ${counted(requests.length, 'request')}. Their files are paid for, but may be black or blurred: ${listed(requests)}. Change the prompt: the same words will be flagged again.`;
}

/** Files of several requests with the same bytes: the model has its own fixed seed. */
function equalFiles({ images }: RunResult): string {
  const made = images.filter(({ format }) => !isSideFormat(format));
  const same = [...Map.groupBy(made, ({ outcome, sha256 }) => `${outcome.task.id} ${sha256}`).values()].filter(
    (group) => new Set(group.map(({ outcome }) => outcome.task.name)).size > 1,
  );
  if (same.length === 0) return '';
  const paths = same.flatMap((group) => group.map(({ path }) => path));
  return `${counted(paths.length, 'file')} of different requests are identical byte for byte: ${listed(paths)}. The model returns the same image for the same input: set \`seed\`, and each request of \`count\` uses a different one.`;
}

function truncated(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  return `${counted(paths.length, 'file')} saved although truncated, because RunComfy does not have the rest: ${listed(paths)}.`;
}

function unknown(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  return `${counted(paths.length, 'file')} saved as received, because the format is unknown: ${listed(paths)}.`;
}

function sideFiles(files: readonly string[]): string {
  if (files.length === 0) return '';
  return `${counted(files.length, 'file')} that accompany the results could not be saved, which is not a failure: ${listed(files, '; ')}. The log and \`results\` in the report (output \`report-file\`) list all of them.`;
}

const MAX_LISTED = 5;

function listed(names: readonly string[], separator = ', '): string {
  const shown = names.slice(0, MAX_LISTED).join(separator);
  return names.length > MAX_LISTED ? `${shown} and ${names.length - MAX_LISTED} more` : shown;
}
