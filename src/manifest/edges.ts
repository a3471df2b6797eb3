// Finds which images are made from files of other images, and refuses ambiguous files and cycles.
import { diskKey } from '../lib/disk-key.ts';
import { quoted } from '../lib/errors.ts';
import { outputPath } from '../lib/placeholders.ts';
import type { SourceLocation, SourceProblem } from '../lib/source.ts';

/** An input file that another image makes. */
export interface Edge {
  /** As in the manifest, relative to the workspace. */
  readonly file: string;
  /** The id of the image that makes it. */
  readonly maker: string;
  /** The number of the file among the maker's files, from 1. */
  readonly index: number;
}

/** What chains need to know about an image. */
export interface ChainLink {
  readonly id: string;
  readonly output: string | null;
  /** The input files, relative to the workspace. */
  readonly inputPaths: readonly string[];
  /** Their location in the manifest. */
  readonly inputsAt: SourceLocation;
}

export interface Edges {
  /** For each image in order. */
  readonly edges: readonly (readonly Edge[])[];
  readonly problems: readonly SourceProblem[];
}

/** Replaces the number in an `output` with `{index}`. No path contains it. */
const ANY = '\0';

export function edgesOf(images: readonly ChainLink[]): Edges {
  const problems: SourceProblem[] = [];
  const makersOf = makerIndex(images);
  const found = images.map((image) => {
    const edges = new Map<string, Found>();
    for (const file of image.inputPaths) {
      const [first, second] = makersOf(file);
      if (first === undefined) continue;
      edges.set(file, { ...first, file });
      if (second !== undefined) problems.push({ ...image.inputsAt, message: ambiguous(file, first, second) });
    }
    return [...edges.values()];
  });
  const edges = found.map((ofImage) => ofImage.map(({ file, maker: { id }, index }) => ({ file, maker: id, index })));
  return { edges, problems: [...problems, ...cycles(images, found)] };
}

interface Maker {
  readonly maker: ChainLink;
  readonly index: number;
}

interface Found extends Maker {
  readonly file: string;
}

function ambiguous(file: string, first: Maker, second: Maker): string {
  return `the input ${quoted(file)} is a file of both ${quoted(first.maker.id)} and ${quoted(second.maker.id)}: give one of them another \`output\``;
}

/** Finds the images that make a file with this path. */
function makerIndex(images: readonly ChainLink[]): (file: string) => readonly Maker[] {
  const makers = Map.groupBy(
    images.filter(({ output }) => output !== null),
    ({ output }) => diskKey(outputPath(output ?? '', ANY)),
  );
  return (file) => {
    const key = diskKey(file);
    const found: Maker[] = (makers.get(key) ?? []).map((maker) => ({ maker, index: 1 }));
    for (const index of numbersIn(file)) {
      for (const pattern of patternsFor(key, String(index))) {
        for (const maker of makers.get(pattern) ?? []) {
          const isTold = found.some((one) => one.maker === maker);
          if (!isTold && diskKey(outputPath(maker.output ?? '', index)) === key) found.push({ maker, index });
        }
      }
    }
    return found;
  };
}

/** Every number in the digits of a text: `a12` has 1, 2 and 12. */
function numbersIn(text: string): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (const { 0: digits } of text.matchAll(/\d+/g)) {
    for (let start = 0; start < digits.length; start++) {
      if (digits[start] === '0') continue;
      for (let end = start + 1; end <= Math.min(digits.length, start + MAX_DIGITS); end++)
        numbers.add(Number(digits.slice(start, end)));
    }
  }
  return numbers;
}

/** No request returns more files than this. */
const MAX_DIGITS = 4;

/** The patterns of an `output` whose file with this number has this path. */
function patternsFor(key: string, index: string): readonly string[] {
  const once: string[] = [];
  for (let at = key.indexOf(index); at !== -1; at = key.indexOf(index, at + 1))
    once.push(key.slice(0, at) + ANY + key.slice(at + index.length));
  return [...once, key.replaceAll(index, ANY)];
}

/** One problem for each cycle, at its first image. */
function cycles(images: readonly ChainLink[], found: readonly (readonly Found[])[]): readonly SourceProblem[] {
  const makers = new Map(images.map((image, n) => [image, (found[n] ?? []).map(({ maker }) => maker)]));
  const left = withoutEnds(makers);
  const problems: SourceProblem[] = [];
  for (const start of images) {
    const way = new Set<ChainLink>();
    let next: ChainLink | undefined = left.has(start) ? start : undefined;
    while (next !== undefined && !way.has(next)) {
      way.add(next);
      next = makers.get(next)?.find((maker) => left.has(maker));
    }
    for (const image of way) left.delete(image);
    // Otherwise, the path leads to a cycle that has already been reported.
    if (next !== undefined) problems.push(circular([...way].slice([...way].indexOf(next))));
  }
  return problems;
}

/** The images that depend on a cycle, or are part of one. */
function withoutEnds(makers: ReadonlyMap<ChainLink, readonly ChainLink[]>): Set<ChainLink> {
  const waitsFor = new Map([...makers].map(([image, of]) => [image, of.length]));
  const madeFrom = Map.groupBy(
    [...makers].flatMap(([image, of]) => of.map((maker) => ({ maker, image }))),
    ({ maker }) => maker,
  );
  const free = [...makers.keys()].filter((image) => waitsFor.get(image) === 0);
  for (const image of free) {
    for (const { image: next } of madeFrom.get(image) ?? []) {
      const rest = (waitsFor.get(next) ?? 0) - 1;
      waitsFor.set(next, rest);
      if (rest === 0) free.push(next);
    }
  }
  const isFree = new Set(free);
  return new Set([...makers.keys()].filter((image) => !isFree.has(image)));
}

function circular(circle: readonly ChainLink[]): SourceProblem {
  const [first] = circle;
  const place = first?.inputsAt ?? { line: 1, column: 1 };
  if (circle.length === 1) {
    const message = `${quoted(first?.id ?? '')} is made from its own output ${quoted(outputPath(first?.output ?? '', 1))}: each run would make it, and pay for it, again`;
    return { ...place, message };
  }
  const ids = [...circle, ...circle.slice(0, 1)].map(({ id }) => quoted(id));
  return { ...place, message: `images are made from each other in a circle: ${ids.join(' is made from ')}` };
}
