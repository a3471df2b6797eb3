// The text of a manifest to its entries, as they are written: defaults and placeholders still apart.

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

/** One image as it is written, before the matrix makes many of it. */
export interface Entry {
  readonly image: ImageEntry;
  /** Something is wrong with it, and told already: `image` holds the keys that can be read. */
  readonly isBroken: boolean;
  readonly place: SourceLocation;
  /** Of a value below the image. */
  readonly locationOf: (...path: Path) => SourceLocation;
}

export interface ParsedManifest {
  /** null: something is wrong with them, and told already. */
  readonly defaults: Exclude<Defaults, undefined> | null;
  readonly placeOfDefault: (...path: Path) => SourceLocation;
  /** Also those that are broken, where there is anything to read. */
  readonly entries: readonly Entry[];
  readonly problems: readonly SourceProblem[];
}

/** Never throws for what the text holds: every problem is in the answer. */
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
  // A wrong version is no reason to judge the images as if there were no defaults.
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

/** An image without the keys that are unknown or wrong. null where nothing is left to go by. */
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
  // A value of the wrong type may break several rules that say the same.
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  const list = known.filter((name) => name !== '$schema').map((name) => `\`${name}\``);
  return `unknown key ${quoted(key)}${meant === null ? `; known keys are ${list.join(', ')}` : `; did you mean \`${meant}\`?`}`;
}
