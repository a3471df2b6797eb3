// The plan: what each image of a manifest needs, and what would become of those that it no longer has. Nothing is made or written here.
import type { ManifestImage } from '../manifest/expand.ts';
import { chosenBy, idFilter } from '../manifest/globs.ts';
import type { Naming } from '../manifest/naming.ts';
import { withRefusals } from './conflicts.ts';
import { type Decision, decide, factsOf } from './decide.ts';
import type { Look } from './disk.ts';
import type { Lock, LockEntry } from './lock.ts';
import { ownersOf } from './seats.ts';

export interface PlannedImage extends Decision {
  readonly id: string;
  /** null where the image is gone from the manifest. */
  readonly image: ManifestImage | null;
  /** What the lock says of it. */
  readonly entry: LockEntry | null;
  /** USD, the least; 0 where nothing is paid for, null where the price is not known: the catalogue says what is. */
  readonly price: number | null;
  /** What the catalogue says of the model's prices. */
  readonly priceNote?: string;
}

export interface PlanSources {
  readonly images: readonly ManifestImage[];
  readonly lock: Lock;
  readonly look: Look;
  /** The SHA-256 of a file of the workspace; null where there is none. */
  readonly digest: (file: string) => Promise<string | null>;
  readonly naming: Naming;
  /** Globs of the ids to consider; empty: all. */
  readonly only: readonly string[];
  /** Globs of the ids to generate again though unchanged. */
  readonly force: readonly string[];
}

/** In the order of the manifest, then what is gone from it. */
export async function planOf({
  images,
  lock,
  look,
  digest,
  naming,
  only,
  force,
}: PlanSources): Promise<readonly PlannedImage[]> {
  const chosen = chosenBy(only);
  const known = new Set(images.map(({ id }) => id));
  const owners = await ownersOf(images, { lock, look, naming });
  const facts = factsOf({ ...owners, lock, look, digest, naming, known, forced: idFilter(force) });
  const planned = images
    .filter(({ id }) => chosen(id))
    .map(async (image): Promise<PlannedImage> => {
      const decision = await decide(image, facts);
      const price = decision.todo === 'generate' ? null : 0;
      return { id: image.id, image, entry: lock.get(image.id) ?? null, ...decision, price };
    });
  const gone = [...lock].filter(([id]) => !known.has(id) && chosen(id));
  const plan = [...(await Promise.all(planned)), ...gone.map(([id, entry]) => orphan(id, entry))];
  return withRefusals(plan, facts);
}

function orphan(id: string, entry: LockEntry): PlannedImage {
  return {
    id,
    action: 'orphaned',
    reasons: ['in the lock, but no longer in the manifest; its files stay'],
    changes: [],
    image: null,
    entry,
    todo: 'nothing',
    refetch: null,
    copied: null,
    copiedFrom: null,
    copies: [],
    lost: [],
    refusal: null,
    price: 0,
  };
}
