// Where the files of an image belong, and whether a suffix fits what the model will return.
import path from 'node:path';
import { quoted } from '../errors.ts';
import { fileName, fileNameFault } from '../images/names.ts';
import type { JsonObject } from '../json.ts';
import { outputPath } from './placeholders.ts';

/** The inputs that name files where an image has no `output`. */
export interface Naming {
  /** Relative to the workspace, with `/`. */
  readonly outputDir: string;
  /** Template without suffix. */
  readonly filename: string;
}

/** What an image says of its files. */
export interface Named {
  readonly id: string;
  readonly parameters: JsonObject;
  readonly output: string | null;
}

/** Format to the suffixes that its files may have. */
const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  jpeg: ['jpg', 'jpeg'],
  tiff: ['tif', 'tiff'],
  ...Object.fromEntries(
    'png webp gif avif svg bmp heic jxl mp4 webm mov m4v mkv mp3 wav ogg flac m4a aac opus glb zip'
      .split(' ')
      .map((format) => [format, [format]]),
  ),
};

const FORMATS = new Map(
  Object.entries(SUFFIXES).flatMap(([format, suffixes]) => suffixes.map((suffix) => [suffix, format] as const)),
);

/** Of models whose API page says what comes where `output_format` is not given (RunComfy docs). */
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

/** Whether a file of this format or suffix (`jpeg` and `jpg` are one) may have the suffix that `file` has. */
export function suffixFits(file: string, format: string): boolean {
  const known = formatOf(format.toLowerCase());
  return known === null ? suffixOf(file) === format.toLowerCase() : formatOf(suffixOf(file)) === known;
}

/** The format that files of this suffix have; null for no media suffix. */
function formatOf(suffix: string): string | null {
  return FORMATS.get(suffix) ?? null;
}

/** Why a filled `output` can be no path of a file, as a clause; null where it can. */
export function pathFault(output: string): string | null {
  const file = outputPath(output, 1);
  const place = fileNameFault(withoutSuffix(file), 'the workspace');
  if (place !== null) return `${place}, but is ${quoted(file)}`;
  return formatOf(suffixOf(file)) === null
    ? `must end in a media suffix such as .png, .jpg or .mp4, but is ${quoted(file)}`
    : null;
}

/** Why the suffix of a filled `output` contradicts what the model will return, as a clause; null where nothing is known to. */
export function formatFault(output: string, parameters: JsonObject, model: string): string | null {
  const suffix = suffixOf(outputPath(output, 1));
  const suffixFormat = formatOf(suffix);
  const asked = typeof parameters.output_format === 'string' ? parameters.output_format.toLowerCase() : null;
  const known = formatOf(asked ?? DEFAULT_FORMATS[model] ?? '');
  if (known === null || known === suffixFormat) return null;
  const right = `.${SUFFIXES[known]?.[0] ?? known}`;
  return asked === null
    ? `ends in .${suffix}, but ${model} returns ${known} where \`output_format\` is not given: write \`output_format: ${suffixFormat}\` if the model can, or ${right}`
    : `ends in .${suffix}, but \`output_format\` is ${asked}: write ${right}, or \`output_format: ${suffixFormat}\``;
}

/** The path of the n-th file of an image, from 1, relative to the workspace and without suffix, which comes from the bytes. */
export function stemOf(image: Named, index: number, requestId: string, { outputDir, filename }: Naming): string {
  if (image.output !== null) return withoutSuffix(outputPath(image.output, index));
  const seed = Number.isSafeInteger(image.parameters.seed) ? Number(image.parameters.seed) : null;
  return path.posix.join(outputDir, fileName(filename, { id: image.id, index, seed, requestId }));
}

/** The format's usual name, as media.ts tells it from the bytes, for a file that is not looked into. */
export function formatBySuffix(file: string): string {
  return path.posix.extname(file).slice(1).replace('jpg', 'jpeg');
}
