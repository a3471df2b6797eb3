// The folder that `npm start` leaves behind: emptied, filled with the input files, and never a folder of something else.
import { cp, lstat, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { parse } from 'yaml';

const MARKER = '.made-by-npm-start';
/** Folders that no manifest uses, and this folder itself. */
const NOT_COPIED = ['.git', 'node_modules', 'runcomfy-demo'];
const MAX_COPIED_BYTES = 200 * 1024 * 1024;

/**
 * Empties `folder`, except what is named in `kept`. Deletes the files of an earlier demo. Throws if the folder is not empty and not from a demo.
 */
export async function emptyDemoFolder(folder: string, kept: readonly string[] = []): Promise<void> {
  const found = await lstat(folder).catch(() => null);
  if (found !== null) {
    const entries = found.isDirectory() ? await readdir(folder) : null;
    if (entries === null || (entries.length > 0 && !entries.includes(MARKER))) {
      throw new Error(`${folder} was not made by npm start, so it stays as it is. Move it away and start again.`);
    }
    for (const entry of entries) if (!kept.includes(entry)) await rm(join(folder, entry), { recursive: true });
  }
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, MARKER), 'npm start made this folder and empties it every time.\n');
}

/**
 * Copies the files that inputs name into the workspace, with the same path as below `from`, so that a demo never writes next to the originals. For a
 * manifest, the whole folder is copied, because it names other files. Returns the inputs for the action. It leaves missing files for the action to report.
 */
export async function bringInputFiles(
  inputs: Readonly<Record<string, string>>,
  from: string,
  workspace: string,
): Promise<Record<string, string>> {
  const brought: Record<string, string> = { ...inputs };
  const bring = async (file: string, whole: boolean): Promise<string> => {
    const source = resolve(from, file);
    const inside = relative(from, source);
    const place = inside.startsWith('..') || isAbsolute(inside) ? basename(source) : inside;
    if (!(await stat(source).catch(() => null))?.isFile()) return file;
    if (whole) await copyFolder(dirname(source), dirname(join(workspace, place)));
    else await cp(source, join(workspace, place));
    return place.split(sep).join('/');
  };
  for (const [name, whole] of [
    ['prompt-file', false],
    ['workflow', false],
    ['manifest', true],
  ] as const) {
    if (inputs[name] !== undefined) brought[name] = await bring(inputs[name], whole);
  }
  const files: unknown = parseQuietly(inputs.files ?? '');
  if (typeof files === 'object' && files !== null) {
    const places: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(files))
      places[name] = await bringAll(value, (file) => bring(file, false));
    brought.files = JSON.stringify(places);
  }
  const overrides: unknown = parseQuietly(inputs.overrides ?? '');
  if (typeof overrides === 'object' && overrides !== null)
    brought.overrides = JSON.stringify(await bringNamed(overrides, (file) => bring(file, false)));
  return brought;
}

/** A copy in which each `{ $file: path }` names the copied file. */
async function bringNamed(value: unknown, bring: (file: string) => Promise<string>): Promise<unknown> {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map((one) => bringNamed(one, bring)));
  const members = await Promise.all(
    Object.entries(value).map(async ([name, one]) => [
      name,
      name === '$file' && typeof one === 'string' ? await bring(one) : await bringNamed(one, bring),
    ]),
  );
  return Object.fromEntries(members);
}

async function bringAll(value: unknown, bring: (file: string) => Promise<string>): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((one) => bringAll(one, bring)));
  return typeof value === 'string' ? bring(value) : value;
}

function parseQuietly(yaml: string): unknown {
  try {
    return parse(yaml);
  } catch {
    return null;
  }
}

/** Copies what may belong to a manifest. Throws above 200 MB, because then the folder has other content too. */
async function copyFolder(from: string, to: string): Promise<void> {
  let bytes = 0;
  const belongs = async (file: string) => {
    if (NOT_COPIED.includes(basename(file))) return false;
    bytes += (await lstat(file)).size;
    if (bytes > MAX_COPIED_BYTES)
      throw new Error(`${from} is too large to copy: put the manifest in a folder of its own.`);
    return true;
  };
  for (const entry of await readdir(from)) {
    if (await belongs(join(from, entry)))
      await cp(join(from, entry), join(to, entry), { recursive: true, filter: belongs });
  }
}
