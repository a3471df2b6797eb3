// The plan: what each image of a manifest needs, and what happens to images that are no longer in it. Nothing is made or written here.
import { quoted } from '../lib/errors.ts';
import type { ManifestImage } from '../manifest/expand.ts';
import { chosenBy, idFilter } from '../manifest/globs.ts';
import type { Naming } from '../manifest/naming.ts';
import type { EdgeSources } from '../manifest/settle.ts';
import { chainReasons, isUnderWay, makersFirst, makersOf, neededBy, sourcesOf } from './chain.ts';
import { withRefusals } from './conflicts.ts';
import { type Decision, decide, decideAhead, type Facts, factsOf, needing } from './decide.ts';
import type { Look } from './disk.ts';
import type { Lock, LockEntry } from './lock.ts';
import { ownersOf } from './seats.ts';

export interface PlannedImage extends Decision {
  readonly id: string;
  /** null if the image is no longer in the manifest. */
  readonly image: ManifestImage | null;
  /** Its entry in the lock. */
  readonly entry: LockEntry | null;
  /** Lowest price in USD. 0 if nothing is paid for, null if the price is not known. */
  readonly price: number | null;
  /** Ids of images that it is made from and that are not finished. Once they are, the decision is made again. */
  readonly waitsFor: readonly string[];
  /** The catalogue's note about the prices of the model. */
  readonly priceNote?: string;
}

/** The image with the files that it is made from; null if they cannot be used, which has already been reported. */
export type Settle = (image: ManifestImage, sources: EdgeSources) => Promise<ManifestImage | null>;

export interface PlanSources {
  readonly images: readonly ManifestImage[];
  readonly lock: Lock;
  readonly look: Look;
  /** The SHA-256 of a file of the workspace; null if there is none. */
  readonly digest: (file: string) => Promise<string | null>;
  readonly naming: Naming;
  readonly settle: Settle;
  /** Globs of the ids to consider; empty: all. The images that they are made from are included if needed. */
  readonly only: readonly string[];
  /** Globs of the ids to generate again, even if unchanged. */
  readonly force: readonly string[];
}

/** What all decisions of a plan are based on. */
export async function gatherFacts({
  images,
  lock,
  look,
  digest,
  naming,
  only,
  force,
}: Omit<PlanSources, 'settle'>): Promise<Facts> {
  const known = new Set(images.map(({ id }) => id));
  const owners = await ownersOf(images, { lock, look, naming });
  const [chosen, isNamed] = [chosenBy(only), idFilter(force)];
  // `force` does not apply to images that are only included as sources. They are made only if they are missing or have changed.
  const forced = (id: string): boolean => chosen(id) && isNamed(id);
  return factsOf({ ...owners, lock, look, digest, naming, known, forced });
}

/** In the order of the manifest, followed by images that are no longer in it. */
export async function planOf(sources: PlanSources): Promise<readonly PlannedImage[]> {
  const { images, lock, only, settle } = sources;
  const chosen = chosenBy(only);
  const facts = await gatherFacts(sources);
  const needed = neededBy(images, chosen);
  const planned = new Map<string, Promise<PlannedImage>>();
  for (const image of makersFirst(images)) {
    if (chosen(image.id) || needed.has(image.id)) planned.set(image.id, planImage(image));
  }
  const plan = await Promise.all(
    images.map(async (image): Promise<readonly PlannedImage[]> => {
      const one = await planned.get(image.id);
      if (one === undefined) return [];
      if (chosen(image.id)) return [one];
      const reasons = [...one.reasons, `${quoted(needed.get(image.id) ?? '')} is made from it`];
      return isUnderWay(one) || one.refusal !== null ? [{ ...one, reasons }] : [];
    }),
  );
  const gone = [...lock].filter(([id]) => !facts.known.has(id) && chosen(id));
  return withRefusals([...plan.flat(), ...gone.map(([id, entry]) => orphan(id, entry))], facts);

  /** Plans the makers of the image first. */
  async function planImage(image: ManifestImage): Promise<PlannedImage> {
    const makers = new Map<string, PlannedImage>();
    for (const id of makersOf(image)) {
      const maker = await planned.get(id);
      if (maker !== undefined) makers.set(id, maker);
    }
    const edgeSources = sourcesOf(image, makers);
    const known = image.edges.length === 0 ? image : await settle(image, edgeSources);
    const isKnown = known !== null && ![...edgeSources.values()].includes('not-made');
    const decision = isKnown
      ? await decide(known, facts)
      : await decideAhead(known ?? image, chainReasons(image, edgeSources, makers), facts);
    return {
      id: image.id,
      image: known ?? image,
      entry: lock.get(image.id) ?? null,
      ...decision,
      price: decision.todo === 'generate' ? null : 0,
      waitsFor: decision.todo === 'copy' ? [] : [...makers.values()].filter(isUnderWay).map(({ id }) => id),
    };
  }
}

function orphan(id: string, entry: LockEntry): PlannedImage {
  const reasons = ['in the lock, but no longer in the manifest; its files stay'];
  return { id, ...needing('orphaned', reasons, 'nothing'), image: null, entry, price: 0, waitsFor: [] };
}
