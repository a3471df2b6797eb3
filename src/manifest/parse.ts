// Parses the text of a manifest into its entries as written, before defaults and placeholders are applied.

import { quoted } from '../lib/errors.ts';
import { jsonObject } from '../lib/json.ts';
import { nearest } from '../lib/nearest.ts';
import { type Path, readSource, type Source, type SourceLocation, type SourceProblem } from '../lib/source.ts';
import {
  type Defaults,
  defaultsSchema,
  envelopeSchema,
  type ImageEntry,
  imageSchema,
  KNOWN_KEYS,
  partialImageSchema,
} from './schema.ts';

/** One image as written, before the matrix is applied. */
export interface Entry {
  readonly image: ImageEntry;
  /** It has problems, which have already been reported. `image` has the readable keys. */
  readonly isBroken: boolean;
  readonly place: SourceLocation;
  /** The location of a value inside the image. */
  readonly locationOf: (...path: Path) => SourceLocation;
}

export interface ParsedManifest {
  /** null if they have problems, which have already been reported. */
  readonly defaults: Exclude<Defaults, undefined> | null;
  readonly placeOfDefault: (...path: Path) => SourceLocation;
  /** Includes broken entries if anything in them can be read. */
  readonly entries: readonly Entry[];
  readonly problems: readonly SourceProblem[];
}

/** Never throws for any text: the result has all problems. */
export async function parseManifest(text: string): Promise<ParsedManifest> {
  const { source, problems: found } = await readSource(text);
  const problems = [...found];
  const placeOfDefault = (...path: Path): SourceLocation =>
    source?.locationOf(['defaults', ...path]) ?? { line: 1, column: 1 };
  if (source === null) return { defaults: null, placeOfDefault, entries: [], problems };

  const envelope = envelopeSchema.safeParse(source.value);
  if (!envelope.success) problems.push(...problemsOf(envelope.error.issues, [], source));
  const written = jsonObject(source.value) ?? {};
  const images = written.images;
  // Even with a wrong version, the images are checked with their defaults.
  const defaults = defaultsSchema.safeParse(written.defaults);
  const entries: Entry[] = [];
  for (const [n, item] of (Array.isArray(images) ? images : []).entries()) {
    const path = ['images', n];
    const image = imageSchema.safeParse(item);
    if (!image.success) problems.push(...problemsOf(image.error.issues, path, source));
    const readable = image.data ?? readablePart(item);
    if (readable === null) continue;
    const locationOf = (...below: Path): SourceLocation => source.locationOf([...path, ...below]);
    entries.push({ image: readable, isBroken: !image.success, place: locationOf(), locationOf });
  }
  return { defaults: defaults.success ? (defaults.data ?? {}) : null, placeOfDefault, entries, problems };
}

/** An image without its unknown or invalid keys; null if nothing useful is left. */
function readablePart(written: unknown): ImageEntry | null {
  const good = Object.entries(jsonObject(written) ?? {}).filter(
    ([key, value]) => partialImageSchema.safeParse({ [key]: value }).success,
  );
  const read = partialImageSchema.safeParse(Object.fromEntries(good));
  return read.success && good.length > 0 ? { ...read.data, id: read.data.id ?? '' } : null;
}

interface Issue {
  readonly code: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function problemsOf(issues: readonly Issue[], base: Path, source: Source): readonly SourceProblem[] {
  const problems = issues.flatMap((issue) => {
    const below = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const path = [...base, ...below];
    const unknown = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys.map(String) : null;
    if (unknown === null) {
      const name = below.length === 0 ? '' : `\`${below.join('.')}\` `;
      return [{ ...source.locationOf(path), message: `${name}${issue.message}` }];
    }
    const known = base.length > 0 ? KNOWN_KEYS.image : path.length > 0 ? KNOWN_KEYS.defaults : KNOWN_KEYS.manifest;
    return unknown.map((key) => ({ ...source.placeOfKey([...path, key]), message: unknownKey(key, known) }));
  });
  // A value of the wrong type can break several rules with the same message.
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  const list = known.filter((name) => name !== '$schema').map((name) => `\`${name}\``);
  return `unknown key ${quoted(key)}${meant === null ? `; known keys are ${list.join(', ')}` : `; did you mean \`${meant}\`?`}`;
}
