// Local files that inputs name: the prompt, and the images, videos and audio that a model takes as input.
// From `node:fs`, so that Node loads these functions when they are first used. Most runs need none of them before the first submit, and `node:fs/promises` would load all.
import { promises as fs } from 'node:fs';
import { PathError, type Workspace } from '../files/workspace.ts';
import { ActionError } from '../lib/errors.ts';
import { size } from '../lib/figures.ts';
import { type JsonObject, type JsonValue, jsonObject } from '../lib/json.ts';
import { together } from './faults.ts';

/** One local file as model input, sent as a data URI. */
export interface InputFile {
  /** Absolute. */
  readonly path: string;
  /** Media type by its bytes; null for a Git LFS pointer, which cannot be sent. */
  readonly type: string | null;
  /** For a pointer: of its file. */
  readonly bytes: number;
  /** Lower-case hexadecimal. For a pointer: of its file. */
  readonly sha256: string;
}

/**
 * Parameter name to a file or a list of files. A file deeper inside a parameter is named by its path, such as
 * `elements.0.frontal_image_url`. The parameters have `null` in its place.
 */
export type InputFiles = Readonly<Record<string, InputFile | readonly InputFile[]>>;

/** Why a file cannot be used, as a clause: "must be …". */
export class FileFault extends Error {}

const MB = 1024 * 1024;
/** The prompt is in memory for each request, and in the report for each image. */
const MAX_PROMPT = MB;
const PROMPT_RULE = `must be at most ${size(MAX_PROMPT)}, which is far more than models read: shorten it`;
/** Raw size of one file, if the catalogue has no limit for the parameter. */
const MAX_BYTES: Readonly<Record<string, number>> = { image: 30 * MB, audio: 32 * MB, video: 64 * MB };
/** Raw size of all files in one request, the limit of RunComfy's own client. */
const MAX_TOGETHER = 64 * MB;

/** Why a text cannot be a prompt, as a clause; null if it can. */
export function faultOfPrompt(prompt: string): string | null {
  return Buffer.byteLength(prompt) > MAX_PROMPT ? PROMPT_RULE : null;
}

/** The text without a BOM and trailing line ends, and with LF for CRLF, which a checkout on Windows makes. Throws FileFault. */
export async function readPromptFile(path: string): Promise<string> {
  const found = await fs.stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new FileFault('must name an existing file');
  if (found.size > MAX_PROMPT) throw new FileFault(PROMPT_RULE);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await fs.readFile(path));
    const prompt = text.replaceAll('\r\n', '\n').replace(/[\r\n]+$/, '');
    if (prompt !== '') return prompt;
  } catch {
    throw new FileFault('must be UTF-8 text');
  }
  throw new FileFault('must not be empty');
}

/** Reads one file for a parameter, like `readInputFile`. Implementations can cache. */
export type ReadInputFile = (path: JsonValue, parameter: string, workspace: Workspace) => Promise<InputFile>;

/** Reads each file only once, even if several images are made from it. Only for files that do not change. */
export function readingOnce(read: ReadInputFile = readInputFile): ReadInputFile {
  const known = new Map<string, Promise<InputFile>>();
  return (path, parameter, workspace) => {
    const key = JSON.stringify([path, parameter]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const reading = read(path, parameter, workspace);
    known.set(key, reading);
    return reading;
  };
}

/** Throws FileFault with all faults: files that are missing, too large, or not images, videos or audio. */
export async function readInputFiles(
  mapping: JsonObject,
  workspace: Workspace,
  readFile: ReadInputFile = readInputFile,
): Promise<InputFiles> {
  const faults: string[] = [];
  const files: [string, InputFile | readonly InputFile[]][] = [];
  for (const [parameter, value] of Object.entries(mapping)) {
    const paths = [value].flat();
    const read: InputFile[] = [];
    for (const path of paths) {
      try {
        read.push(await readFile(path, parameter, workspace));
      } catch (error) {
        if (!(error instanceof FileFault)) throw error;
        faults.push(error.message);
      }
    }
    if (paths.length === 0) faults.push(`must name at least one file for ${JSON.stringify(parameter)}`);
    const [only] = read;
    if (only !== undefined) files.push([parameter, Array.isArray(value) ? read : only]);
  }
  const found = Object.fromEntries(files);
  const fault = faultTogether(found);
  if (fault !== null) faults.push(fault);
  if (faults.length > 0) throw new FileFault(together(faults));
  return found;
}

/** Why the files cannot be sent in one request, as a clause; null if they can. */
export function faultTogether(files: InputFiles): string | null {
  const bytes = Object.values(files)
    .flat()
    .reduce((sum, file) => sum + file.bytes, 0);
  return bytes > MAX_TOGETHER ? `must be at most ${size(MAX_TOGETHER)} together, but they are ${size(bytes)}` : null;
}

/** Why one file is too large, as a clause; null if it is not. `belowMb`: the limit in the catalogue, null if there is none. */
export function faultOfSize({ type, bytes }: InputFile, belowMb: number | null): string | null {
  const [kind = ''] = (type ?? '').split('/');
  const max = belowMb === null ? (MAX_BYTES[kind] ?? MAX_TOGETHER) : belowMb * MB;
  if (bytes < max || (bytes === max && belowMb === null)) return null;
  return `must be ${belowMb === null ? 'at most' : 'less than'} ${size(max)} for ${type ?? 'it'}, but is ${size(bytes)}`;
}

/** Throws FileFault. */
export async function readInputFile(path: JsonValue, parameter: string, workspace: Workspace): Promise<InputFile> {
  const what = `${JSON.stringify(parameter)}: ${JSON.stringify(path)}`;
  if (typeof path !== 'string') throw new FileFault(`must map parameter names to paths, but ${what} is not a path`);
  const absolute = await workspace.inside(path).catch((error: unknown) => {
    throw error instanceof PathError ? new FileFault(`${what} ${error.message}`) : error;
  });
  const found = await fs.stat(absolute).catch(() => null);
  if (found === null || !found.isFile()) throw new FileFault(`must name existing files, but ${what} does not exist`);
  const { lfsPointerAt, MAX_POINTER_BYTES } = await import('../files/lfs-pointer.ts');
  const pointer = found.size <= MAX_POINTER_BYTES ? await lfsPointerAt(absolute) : null;
  if (pointer !== null) return { path: absolute, type: null, ...pointer };
  const { typeOfFile } = await import('../files/inspect.ts');
  const { kind, type } = (await typeOfFile(absolute)) ?? { kind: 'other', type: '' };
  if (!Object.hasOwn(MAX_BYTES, kind))
    throw new FileFault(
      `must be image, video or audio files, but ${what} holds ${type === '' ? 'something else' : type}`,
    );
  // The catalogue is checked later for the limit of one file. A file above the limit of a request does not need to be hashed.
  if (found.size > MAX_TOGETHER)
    throw new FileFault(`must be at most ${size(MAX_TOGETHER)}, but ${what} is ${size(found.size)}`);
  const { sha256Of } = await import('../files/digest.ts');
  return { path: absolute, type, bytes: found.size, sha256: await sha256Of(absolute) };
}

/** The parameters whose files are Git LFS pointers, and so cannot be sent. A file that is not made yet has no digest, and is not a pointer. */
export function pointersIn(files: InputFiles): readonly string[] {
  return Object.entries(files).flatMap(([parameter, file]) =>
    [file].flat().some(({ type, sha256 }) => type === null && sha256 !== '') ? [parameter] : [],
  );
}

/** A clause. */
export const POINTER_RULE = 'must name real files, not Git LFS pointers: set `lfs: true` for `actions/checkout`';

/** The parameters with all files as `data:` URIs. Throws ActionError `bad-input` for Git LFS pointers. */
export async function withFiles(parameters: JsonObject, files: InputFiles): Promise<JsonObject> {
  const uris = new Map<InputFile, string>();
  for (const file of Object.values(files).flat()) uris.set(file, await dataUri(file));
  return placeFiles(parameters, files, (file) => uris.get(file) ?? null);
}

/** The parameters with a value in place of each file. */
export function placeFiles(
  parameters: JsonObject,
  files: InputFiles,
  encode: (file: InputFile) => JsonValue,
): JsonObject {
  let placed = parameters;
  for (const [key, file] of Object.entries(files)) {
    const value = 'path' in file ? encode(file) : file.map(encode);
    placed = isInside(key, parameters) ? member(placed, stepsOf(key), value) : { ...placed, [key]: value };
  }
  return placed;
}

function member(object: JsonObject, [step = '', ...rest]: readonly string[], value: JsonValue): JsonObject {
  return { ...object, [step]: valueAt(object[step] ?? null, rest, value) };
}

function valueAt(around: JsonValue, steps: readonly string[], value: JsonValue): JsonValue {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(around))
    return around.map((item: JsonValue, n) => (String(n) === step ? valueAt(item, rest, value) : item));
  return isObject(around) ? member(around, steps, value) : around;
}

/** Parameters without their files, and the files named as in input `files`. */
export interface SeparatedFiles {
  readonly parameters: JsonObject;
  readonly files: JsonObject;
}

/** Takes each `{ $file: path }` out of the parameters, at any depth. Throws FileFault. */
export function separateFiles(parameters: JsonObject): SeparatedFiles {
  const files: [string, JsonValue][] = [];
  const faults: string[] = [];

  function pathIn(value: JsonValue, steps: readonly string[]): JsonValue | undefined {
    if (!isObject(value) || !Object.hasOwn(value, FILE)) return undefined;
    if (Object.keys(value).length > 1)
      faults.push(`must have no other key beside \`${FILE}\`, as ${JSON.stringify(keyOf(steps))} has`);
    return value[FILE] ?? null;
  }

  function without(value: JsonValue, steps: readonly string[]): JsonValue {
    const path = pathIn(value, steps);
    if (path !== undefined) {
      files.push([keyOf(steps), path]);
      return null;
    }
    if (Array.isArray(value)) return value.map((item: JsonValue, n) => without(item, [...steps, String(n)]));
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, without(inner, [...steps, name])]));
  }

  const kept: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(parameters)) {
    const list: readonly JsonValue[] = Array.isArray(value) ? value : [];
    const all = list.filter((item) => isObject(item) && Object.hasOwn(item, FILE));
    const path = pathIn(value, [name]);
    if (path !== undefined) files.push([name, path]);
    else if (all.length > 0 && all.length === list.length)
      files.push([name, list.map((item, n) => pathIn(item, [name, String(n)]) ?? null)]);
    else kept.push([name, without(value, [name])]);
  }
  if (faults.length > 0) throw new FileFault(together(faults));
  return { parameters: Object.fromEntries(kept), files: Object.fromEntries(files) };
}

/** The key of a mapping that means a file. */
export const FILE = '$file';

/** Whether a file belongs inside a parameter, instead of being the parameter. */
export function isInside(key: string, parameters: JsonObject): boolean {
  const [first = ''] = stepsOf(key);
  return key !== first && Object.hasOwn(parameters, first);
}

/** The names and numbers in the path of a file inside the parameters. */
export function stepsOf(key: string): readonly string[] {
  return key.split('.').map((step) => step.replaceAll('~1', '.').replaceAll('~0', '~'));
}

function keyOf(steps: readonly string[]): string {
  return steps.map((step) => step.replaceAll('~', '~0').replaceAll('.', '~1')).join('.');
}

function isObject(value: JsonValue): value is JsonObject {
  return jsonObject(value) !== null;
}

export async function dataUri({ path, type }: InputFile): Promise<string> {
  if (type === null) throw new ActionError('bad-input', `\`files\` ${POINTER_RULE}.`);
  return `data:${type};base64,${await fs.readFile(path, 'base64')}`;
}
