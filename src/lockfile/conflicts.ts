// Files that must not be replaced: the lock has them under another id that does not give them up in the same run.
import { diskKey } from '../lib/disk-key.ts';
import { quoted } from '../lib/errors.ts';
import { outputPath } from '../lib/placeholders.ts';
import type { Look } from './disk.ts';
import type { PlannedImage } from './plan.ts';
import { isThere, type Owners } from './seats.ts';

/** The same plan, with a refusal for each image that would replace a file of another id. */
export async function withRefusals(
  plan: readonly PlannedImage[],
  { holders, seats, known, look }: Owners & { readonly known: ReadonlySet<string>; readonly look: Look },
): Promise<readonly PlannedImage[]> {
  const byId = new Map(plan.map((one) => [one.id, one]));
  const given = new Map<string, string>();
  return Promise.all(plan.map(async (one) => ({ ...one, refusal: one.refusal ?? (await refusalOf(one)) })));

  async function refusalOf(one: PlannedImage): Promise<string | null> {
    for (const file of targetsOf(one)) {
      const key = diskKey(file);
      const first = given.get(key) ?? one.id;
      given.set(key, first);
      if (first !== one.id)
        return `${quoted(file)} would be the file of ${quoted(first)} too: give one of them another \`output\``;
      const ids = holders.get(key) ?? [];
      if (ids.includes(one.id)) continue;
      for (const holder of ids) {
        if (!(await isReplaced(file, holder, one))) continue;
        return known.has(holder)
          ? `${quoted(file)} is still the file of ${quoted(holder)}, and must not be replaced: first run with \`only: ${holder}\`, then without`
          : `${quoted(file)} is still the file of ${quoted(holder)}, which the lock holds and the manifest no longer has: delete or move it if you no longer need it, or give ${quoted(one.id)} another \`output\``;
      }
    }
    return null;
  }

  async function isReplaced(file: string, holder: string, { copiedFrom }: PlannedImage): Promise<boolean> {
    const key = diskKey(file);
    // The image then gets the next free name.
    if (seats.get(key) === holder) return false;
    const other = byId.get(holder);
    const isLeaving = other?.todo === 'copy' && !other.copies.some(({ to }) => diskKey(to) === key);
    if (isLeaving) return false;
    if (known.has(holder)) return true;
    return copiedFrom !== holder && (await isThere(file, look));
  }
}

/** The paths that are already planned. Other files of a request get free names. */
function targetsOf({ todo, image, copies, refetch }: PlannedImage): readonly string[] {
  if (todo === 'copy') return copies.map(({ to }) => to);
  if (todo === 'collect') return refetch?.outputs.flatMap((output) => (output.isThere ? [] : [output.path])) ?? [];
  return todo === 'generate' && image?.output != null ? [outputPath(image.output, 1)] : [];
}
