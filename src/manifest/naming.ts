// The paths of an image's files, and whether a suffix matches the format that the model returns.
import path from 'node:path';
import { formatOfSuffix, formatOfWord, isMediaSuffix, mayHaveSuffix } from '../files/formats.ts';
import { fileName, fileNameFault } from '../files/names.ts';
import { quoted } from '../lib/errors.ts';
import type { JsonObject } from '../lib/json.ts';
import { outputPath } from '../lib/placeholders.ts';

/** The inputs that name the files of images without an `output`. */
export interface Naming {
  /** Relative to the workspace, with `/`. */
  readonly outputDir: string;
  /** Template without a suffix. */
  readonly filename: string;
}

/** What names the files of an image. */
export interface Named {
  readonly id: string;
  readonly parameters: JsonObject;
  readonly output: string | null;
}

/** Default formats of models, from their API pages (RunComfy docs). */
const DEFAULT_FORMATS: Readonly<Record<string, string>> = {
  'blackforestlabs/flux-2/flex/text-to-image': 'jpeg',
  'blackforestlabs/flux-2/flash/text-to-image': 'png',
};

/** Lower case, without the dot. */
export function suffixOf(file: string): string {
  return path.posix.extname(file).slice(1).toLowerCase();
}

export function withoutSuffix(file: string): string {
  return file.slice(0, file.length - path.posix.extname(file).length);
}

/** Whether a file that was saved with the suffix `saved` can have the suffix of `file`: `jpeg` and `jpg` are the same. */
export function suffixFits(file: string, saved: string): boolean {
  const suffix = suffixOf(file);
  const fits = (one: string, other: string): boolean => formatOfSuffix(one)?.suffixes.includes(other) === true;
  return suffix === saved || fits(suffix, saved) || fits(saved, suffix);
}

/** Why a filled `output` cannot be the path of a file, as a clause; null if it can. */
export function pathFault(output: string): string | null {
  const file = outputPath(output, 1);
  const place = fileNameFault(withoutSuffix(file), 'the workspace');
  if (place !== null) return `${place}, but is ${quoted(file)}`;
  return isMediaSuffix(suffixOf(file))
    ? null
    : `must end in a media suffix such as .png, .jpg or .mp4, but is ${quoted(file)}`;
}

/** Why the suffix of a filled `output` contradicts the format that the model returns, as a clause; null if it does not, or if the format is not known. */
export function formatFault(output: string, parameters: JsonObject, model: string): string | null {
  const suffix = suffixOf(outputPath(output, 1));
  const asked = typeof parameters.output_format === 'string' ? parameters.output_format.toLowerCase() : null;
  const known = formatOfWord(asked ?? DEFAULT_FORMATS[model] ?? '');
  if (known === null || mayHaveSuffix(known, suffix)) return null;
  const right = `.${known.suffixes[0] ?? known.name}`;
  const wanted = formatOfSuffix(suffix)?.name ?? suffix;
  return asked === null
    ? `ends in .${suffix}, but ${model} returns ${known.name} if \`output_format\` is not set: write \`output_format: ${wanted}\` if the model can, or ${right}`
    : `ends in .${suffix}, but \`output_format\` is ${asked}: write ${right}, or \`output_format: ${wanted}\``;
}

/** The path of the n-th file of an image, from 1, relative to the workspace. Without the suffix, which comes from the bytes. */
export function stemOf(image: Named, index: number, requestId: string, { outputDir, filename }: Naming): string {
  if (image.output !== null) return withoutSuffix(outputPath(image.output, index));
  const seed = Number.isSafeInteger(image.parameters.seed) ? Number(image.parameters.seed) : null;
  return path.posix.join(outputDir, fileName(filename, { id: image.id, index, seed, requestId }));
}

/** The usual name of the format, from the suffix alone; null if the suffix is unknown. */
export function formatBySuffix(file: string): string | null {
  return formatOfSuffix(suffixOf(file))?.name ?? null;
}
