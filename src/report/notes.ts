// Warnings about what was made: one for each kind, since GitHub shows ten of a step.
import { counted } from '../figures.ts';
import { isSideFormat, type OutcomeNote, type Tally } from '../outcomes.ts';

/** In the order in which they matter: first what was paid for in vain. */
export function warningsOf(tally: Tally): readonly string[] {
  const about = (kind: OutcomeNote['kind']): readonly string[] =>
    tally.outcomes.flatMap(({ notes }) => notes.filter((note) => note.kind === kind).map((note) => note.about));
  return [
    flagged(about('flagged')),
    ...equalFiles(tally),
    truncated(about('truncated')),
    unknown(about('unknown-format')),
    sideFiles(about('side-file')),
  ].filter((warning) => warning !== '');
}

function flagged(requests: readonly string[]): string {
  if (requests.length === 0) return '';
  return `RunComfy flagged what ${counted(requests.length, 'request')} made, so files may be black or blurred, though paid for: ${listed(requests)}. Word the prompt differently: the same words will be flagged again.`;
}

/** Files of several requests for the same thing that are the same bytes: the model has a fixed seed of its own. */
function equalFiles({ images }: Tally): readonly string[] {
  const made = images.filter(({ format }) => !isSideFormat(format));
  const same = [...Map.groupBy(made, ({ outcome, sha256 }) => `${outcome.job.id} ${sha256}`).values()].filter(
    (group) => new Set(group.map(({ outcome }) => outcome.job.name)).size > 1,
  );
  if (same.length === 0) return [];
  const paths = same.flatMap((group) => group.map(({ path }) => path));
  return [
    `${counted(paths.length, 'file')} of different requests are equal byte for byte: ${listed(paths)}. The model draws the same for the same input: set \`seed\`, and each request of \`count\` uses another one.`,
  ];
}

function truncated(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  return `${counted(paths.length, 'file')} saved although truncated: the end is missing, and RunComfy has no more of it than that: ${listed(paths)}.`;
}

function unknown(paths: readonly string[]): string {
  if (paths.length === 0) return '';
  return `${counted(paths.length, 'file')} saved as received, since the format is not known: ${listed(paths)}.`;
}

function sideFiles(files: readonly string[]): string {
  if (files.length === 0) return '';
  return `${counted(files.length, 'file')} beside what was made could not be saved; that is no failure: ${listed(files, '; ')}. The log and \`results\` in the report (output \`report-file\`) name all of them.`;
}

const MOST_LISTED = 5;

function listed(names: readonly string[], separator = ', '): string {
  const shown = names.slice(0, MOST_LISTED).join(separator);
  return names.length > MOST_LISTED ? `${shown} and ${names.length - MOST_LISTED} more` : shown;
}
