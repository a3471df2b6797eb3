// Finds where the committed files, the lock and the manifest disagree, offline.

import { outputPath } from '../lib/placeholders.ts';
import type { SourceLocation } from '../lib/ports.ts';
import type { ManifestImage } from '../manifest/expand.ts';
import { suffixFits, suffixOf } from '../manifest/naming.ts';
import { acceptableEntry } from './accept.ts';
import type { PlannedImage } from './plan.ts';

export interface CheckProblem extends SourceLocation {
  /** Warnings don't fail the check. */
  readonly level: 'error' | 'warning';
  readonly id: string;
  /** Relative to the workspace: the manifest, or the lock for images that are no longer in the manifest. */
  readonly file: string;
  /** A clause without a full stop that says what to do. */
  readonly message: string;
}

/** `plan`: of all ids, without `force`. */
export function checkProblems(
  plan: readonly PlannedImage[],
  { manifest, lock }: { readonly manifest: string; readonly lock: string },
): readonly CheckProblem[] {
  return plan.flatMap((planned): readonly CheckProblem[] => {
    const { id, action, reasons, image, entry, todo, refusal, refetch } = planned;
    const why = reasons.join('; ');
    if (image === null) {
      const message = `${id} is in the lock, but no longer in ${manifest}: run \`mode: generate\`, and delete its files if you no longer need them`;
      return [{ level: 'warning', id, file: lock, line: 1, column: 1, message }];
    }
    const at = { id, file: manifest, line: image.line, column: image.column };
    if (action === 'unchanged') {
      return suffixNotes(image, entry?.outputs ?? []).map((message) => ({
        ...at,
        level: 'warning',
        message: `${id}: ${message}`,
      }));
    }
    // The lock itself says that files are missing, so it agrees with the workspace. RunComfy may never have the others again.
    if (action === 'changed' && todo === 'collect' && refetch?.whenGone === 'fail') {
      return [
        {
          ...at,
          level: 'warning',
          message: `${id}: ${reasons[0]}: \`mode: generate\` collects what RunComfy still has, without paying`,
        },
      ];
    }
    if (refusal !== null) return [{ ...at, level: 'error', message: `${id}: ${refusal}` }];
    const message =
      action === 'new'
        ? `${id} is not generated yet: run \`mode: generate\` and commit the files and ${lock}`
        : action === 'modified'
          ? `${id}: ${why}: restore it${acceptableEntry(planned) !== null ? `, accept it (\`mode: accept\`, \`only: ${id}\`)` : ''}, or generate it again (\`force: ${id}\`)`
          : `${id} is out of date (${why}): run \`mode: generate\` and commit the files and ${lock}`;
    return [{ ...at, level: 'error', message }];
  });
}

/** Files whose bytes have a different suffix than the manifest asks for. */
function suffixNotes({ output }: ManifestImage, saved: readonly { readonly path: string }[]): readonly string[] {
  if (output === null) return [];
  return saved.flatMap(({ path }, n) => {
    const asked = outputPath(output, n + 1);
    const suffix = suffixOf(path);
    return suffixFits(asked, suffix)
      ? []
      : [`the file is ${suffix}, so it was saved as ${path}; use that suffix in \`output\``];
  });
}
