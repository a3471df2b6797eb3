// Finds pictures of a run that were made from each other, to show them side by side.
import type { RunResult } from '../tasks/outcome.ts';

type Image = RunResult['images'][number];

/** Each chain with all its images, makers first. Images without a chain are left out. */
export function chainsIn(images: readonly Image[]): readonly (readonly Image[])[] {
  const byFile = new Map(images.map((image) => [image.absolutePath, image]));
  const makers = new Map(
    images.map((image) => {
      const files = Object.values(image.outcome.task.files).flat();
      return [image, files.flatMap(({ path }) => byFile.get(path) ?? []).filter((maker) => maker !== image)] as const;
    }),
  );
  const chains = new Map<Image, Set<Image>>();
  for (const [image, from] of makers) {
    for (const maker of from) {
      const joined = new Set([...(chains.get(maker) ?? [maker]), ...(chains.get(image) ?? [image])]);
      for (const one of joined) chains.set(one, joined);
    }
  }
  return [...new Set(chains.values())].map((chain) =>
    makersFirst(
      images.filter((image) => chain.has(image)),
      makers,
    ),
  );
}

function makersFirst(chain: readonly Image[], makers: ReadonlyMap<Image, readonly Image[]>): readonly Image[] {
  const ordered: Image[] = [];
  const left = new Set(chain);
  while (left.size > 0) {
    const next = [...left].find((image) => !makers.get(image)?.some((maker) => left.has(maker)));
    // If every image still waits for another one, files were exchanged. Then any order will do.
    const [image = next] = next === undefined ? left : [next];
    if (image === undefined) break;
    left.delete(image);
    ordered.push(image);
  }
  return ordered;
}
