// Finds ids and outputs that clash, before anything is paid for.
import { diskKey } from '../lib/disk-key.ts';
import { quoted } from '../lib/errors.ts';
import { outputPath } from '../lib/placeholders.ts';
import type { SourceLocation, SourceProblem } from '../lib/source.ts';
import { type Named, type Naming, stemOf, withoutSuffix } from './naming.ts';

/** The names that an image claims, and its location in the manifest. */
export interface Claim extends Named, SourceLocation {}

/** At most one problem of each kind per entry, because a matrix can clash with itself thousands of times. */
export function clashes(images: readonly Claim[], naming: Naming): readonly SourceProblem[] {
  const problems = new Map<string, SourceProblem>();
  const report = (kind: string, { line, column }: Claim, message: string): void => {
    const key = `${kind} ${line}:${column}`;
    if (!problems.has(key)) problems.set(key, { line, column, message });
  };

  const ids = new Map<string, Claim>();
  for (const image of images) {
    if (image.id === '') continue;
    const first = ids.get(image.id);
    if (first === undefined) ids.set(image.id, image);
    else report('id', image, `id ${quoted(image.id)} is taken by ${owner(first, image)}`);
  }

  const places = new Map<string, Claim>();
  const claim = (image: Claim, file: string): void => {
    const key = diskKey(file);
    const first = places.get(key);
    if (first === undefined) places.set(key, image);
    else if (first.id !== image.id) {
      report(
        'output',
        image,
        `its file ${quoted(file)} is also the file of ${quoted(first.id)}, ${owner(first, image)}`,
      );
    }
  };
  for (const image of images) if (image.output !== null) claim(image, outputPath(image.output, 1));
  // Their suffix is only known once they are made, so two names must not differ only in the suffix.
  const explicit = new Map([...places].map(([key, image]) => [withoutSuffix(key), image] as const));
  if (!naming.filename.includes('{request_id}')) {
    for (const image of images) {
      if (image.output !== null || image.id === '') continue;
      const stem = stemOf(image, 1, '', naming);
      claim(image, stem);
      const other = explicit.get(diskKey(stem));
      if (other !== undefined)
        report(
          'output',
          image,
          `its file ${quoted(stem)} may be the file of ${quoted(other.id)}, ${owner(other, image)}: give it an \`output\``,
        );
    }
  }
  for (const [key, image] of places) {
    for (let slash = key.indexOf('/'); slash !== -1; slash = key.indexOf('/', slash + 1)) {
      const other = places.get(key.slice(0, slash));
      if (other !== undefined)
        report(
          'folder',
          image,
          `its file lies in ${quoted(key.slice(0, slash))}, which is the file of ${quoted(other.id)}`,
        );
    }
  }
  return [...problems.values()];
}

function owner(first: Claim, second: Claim): string {
  return first.line === second.line && first.column === second.column
    ? 'another combination of this matrix: use all its variables'
    : `the image in line ${first.line}`;
}
