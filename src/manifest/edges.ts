// Which images are made from the files of which others, and what stands against it: ambiguous files, and chains that end where they began.
import { diskKey } from '../lib/disk-key.ts';
import { quoted } from '../lib/errors.ts';
import { outputPath } from '../lib/placeholders.ts';
import type { SourceLocation, SourceProblem } from '../lib/source.ts';

/** An input file that another image makes. */
export interface Edge {
  /** As the manifest names it, relative to the workspace. */
  readonly file: string;
  /** The id of the image that makes it. */
  readonly maker: string;
  /** Which of the maker's files it is, from 1. */
  readonly index: number;
}

/** An image as far as chains need to know it. */
export interface ChainLink {
  readonly id: string;
  readonly output: string | null;
  /** The input files, relative to the workspace. */
  readonly inputPaths: readonly string[];
  /** Where the manifest names them. */
  readonly inputsAt: SourceLocation;
}

export interface Edges {
  /** For each image in order. */
  readonly edges: readonly (readonly Edge[])[];
  readonly problems: readonly SourceProblem[];
}

/** Stands for the number in an `output` with `{index}`; no path holds it. */
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

/** For a path, the images that make a file of that name. */
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

/** Every number that digits of a text may be: `a12` holds 1, 2 and 12. */
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

/** No request gives more files than that. */
const MAX_DIGITS = 4;

/** What an `output` may look like of which a path is the file of that number. */
function patternsFor(key: string, index: string): readonly string[] {
  const once: string[] = [];
  for (let at = key.indexOf(index); at !== -1; at = key.indexOf(index, at + 1))
    once.push(key.slice(0, at) + ANY + key.slice(at + index.length));
  return [...once, key.replaceAll(index, ANY)];
}

/** One problem for each circle: where its first image stands. */
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
    // Otherwise the way leads to a circle that is told already.
    if (next !== undefined) problems.push(circular([...way].slice([...way].indexOf(next))));
  }
  return problems;
}

/** The images that hang on a circle, or are part of one. */
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
