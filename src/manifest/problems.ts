// The problems of a manifest: each has a location, and all are reported together.

import { ActionError } from '../lib/errors.ts';
import { inOrder, type SourceProblem } from '../lib/source.ts';

/** All problems of a manifest, found before anything is sent. */
export class ManifestError extends ActionError {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  /** In the order of the file. */
  readonly problems: readonly SourceProblem[];

  constructor(file: string, problems: readonly SourceProblem[]) {
    const ordered = inOrder(problems);
    const lines = ordered.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
    super(
      'bad-input',
      lines.length === 1
        ? `${lines[0]}${/[.?]$/.test(lines[0] ?? '') ? '' : '.'}`
        : `${file} has ${lines.length} problems:\n${lines.map((line) => `- ${line}`).join('\n')}`,
      { advice: 'Nothing was sent to RunComfy.' },
    );
    this.file = file;
    this.problems = ordered;
  }
}
