// Local files that inputs name: the prompt, and the images, videos and audio that a model takes as input.
import { readFile, stat } from 'node:fs/promises';
import { sha256Of } from '../files/digest.ts';
import { lfsPointerAt, MAX_POINTER_BYTES } from '../files/lfs-pointer.ts';
import { PathError, type Workspace } from '../files/workspace.ts';
import { ActionError } from '../lib/errors.ts';
import { size } from '../lib/figures.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { together } from './faults.ts';

/** One local file as model input, sent as a data URI. */
export interface InputFile {
  /** Absolute. */
  readonly path: string;
  /** Media type by its bytes; null where a Git LFS pointer stands for them, so that it cannot be sent. */
  readonly type: string | null;
  /** Of a pointer: what the file has that it stands for. */
  readonly bytes: number;
  /** Lower-case hexadecimal; the same. */
  readonly sha256: string;
}

/** Parameter name to a file or a list of files. */
export type InputFiles = Readonly<Record<string, InputFile | readonly InputFile[]>>;

/** Why a file cannot be used, as a clause: "must be …". */
export class FileFault extends Error {}

const MB = 1024 * 1024;
/** It is held for each request, and stands in the report for each image. */
const MAX_PROMPT = MB;
const PROMPT_RULE = `must be at most ${size(MAX_PROMPT)}, which is far more than models read: shorten it`;
/** What RunComfy's own client takes as data URIs, raw. */
const MOST: Readonly<Record<string, number>> = { image: 6 * MB, audio: 16 * MB, video: 32 * MB };
const MAX_TOGETHER = 64 * MB;

/** Why a text cannot be a prompt, as a clause; null where it can. */
export function faultOfPrompt(prompt: string): string | null {
  return Buffer.byteLength(prompt) > MAX_PROMPT ? PROMPT_RULE : null;
}

/** The text without a BOM and trailing line ends, and with a LF for each CRLF, since a checkout on Windows makes those. Throws FileFault. */
export async function readPromptFile(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) throw new FileFault('must name an existing file');
  if (found.size > MAX_PROMPT) throw new FileFault(PROMPT_RULE);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
    const prompt = text.replaceAll('\r\n', '\n').replace(/[\r\n]+$/, '');
    if (prompt !== '') return prompt;
  } catch {
    throw new FileFault('must be UTF-8 text');
  }
  throw new FileFault('must not be empty');
}

/** Reads one file for a parameter, as `readInputFile` does; who reads many may remember. */
export type ReadInputFile = (path: JsonValue, parameter: string, workspace: Workspace) => Promise<InputFile>;

/** Throws FileFault with all that is wrong: files that are missing, too large, or neither image, video nor audio. */
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
  const bytes = files.flatMap(([, read]) => read).reduce((sum, file) => sum + file.bytes, 0);
  if (bytes > MAX_TOGETHER) faults.push(`must be at most ${size(MAX_TOGETHER)} together, but they are ${size(bytes)}`);
  if (faults.length > 0) throw new FileFault(together(faults));
  return Object.fromEntries(files);
}

/** Throws FileFault. */
export async function readInputFile(path: JsonValue, parameter: string, workspace: Workspace): Promise<InputFile> {
  const what = `${JSON.stringify(parameter)}: ${JSON.stringify(path)}`;
  if (typeof path !== 'string') throw new FileFault(`must map parameter names to paths, but ${what} is not a path`);
  const absolute = await workspace.inside(path).catch((error: unknown) => {
    throw error instanceof PathError ? new FileFault(`${what} ${error.message}`) : error;
  });
  const found = await stat(absolute).catch(() => null);
  if (found === null || !found.isFile()) throw new FileFault(`must name existing files, but ${what} does not exist`);
  const pointer = found.size <= MAX_POINTER_BYTES ? await lfsPointerAt(absolute) : null;
  if (pointer !== null) return { path: absolute, type: null, ...pointer };
  const { typeOfFile } = await import('../files/inspect.ts');
  const { kind, type } = (await typeOfFile(absolute)) ?? { kind: 'other', type: '' };
  const max = MOST[kind];
  if (max === undefined)
    throw new FileFault(
      `must be image, video or audio files, but ${what} holds ${type === '' ? 'something else' : type}`,
    );
  if (found.size > max)
    throw new FileFault(`must be at most ${size(max)} for ${type}, but ${what} is ${size(found.size)}`);
  return { path: absolute, type, bytes: found.size, sha256: await sha256Of(absolute) };
}

/** The parameters whose files cannot be sent because only Git LFS pointers are there. A file that is yet to be made has no digest, and is none. */
export function pointersIn(files: InputFiles): readonly string[] {
  return Object.entries(files).flatMap(([parameter, file]) =>
    [file].flat().some(({ type, sha256 }) => type === null && sha256 !== '') ? [parameter] : [],
  );
}

/** A clause. */
export const POINTER_RULE = 'must name real files, not Git LFS pointers: set `lfs: true` for `actions/checkout`';

/** The parameters with all files as `data:` URIs. Throws ActionError `bad-input` for Git LFS pointers. */
export async function withFiles(parameters: JsonObject, files: InputFiles): Promise<JsonObject> {
  const encoded: [string, JsonValue][] = [];
  for (const [parameter, file] of Object.entries(files)) {
    encoded.push([parameter, 'path' in file ? await dataUri(file) : await Promise.all(file.map(dataUri))]);
  }
  return { ...parameters, ...Object.fromEntries(encoded) };
}

async function dataUri({ path, type }: InputFile): Promise<string> {
  if (type === null) throw new ActionError('bad-input', `\`files\` ${POINTER_RULE}.`);
  return `data:${type};base64,${await readFile(path, 'base64')}`;
}
