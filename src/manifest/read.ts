// Reads a manifest and the files that it names from the workspace. Only this module of the room opens files.
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Workspace } from '../files/workspace.ts';
import { readWorkflow, type Workflow } from '../inputs/deployment.ts';
import { together } from '../inputs/faults.ts';
import {
  FileFault,
  type ReadInputFile,
  readInputFile,
  readInputFiles,
  readingOnce,
  readPromptFile,
} from '../inputs/files.ts';
import { limitOf } from '../lib/concurrency.ts';
import { size } from '../lib/figures.ts';
import type { SourceProblem } from '../lib/source.ts';
import { expand, type ManifestFiles, type ManifestImage } from './expand.ts';
import { lockPathOf } from './lock-path.ts';
import type { Naming } from './naming.ts';
import { parseManifest } from './parse.ts';
import { ManifestError } from './problems.ts';
import { notMade } from './settle.ts';

export interface Manifest {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly lockFile: string;
  readonly images: readonly ManifestImage[];
}

export interface ReadManifestOptions {
  readonly workspace: Workspace;
  readonly naming: Naming;
  /** Removes secrets. A manifest that contains one is refused, because it would end up in the lock. */
  readonly redacted: (text: string) => string;
}

const MAX_BYTES = 8 * 1024 * 1024;
const AT_ONCE = 8;

/** `file`: absolute, below the workspace. Throws ManifestError with all problems. */
export async function readManifest(
  file: string,
  { workspace, naming, redacted }: ReadManifestOptions,
): Promise<Manifest> {
  const shown = workspace.shown(file);
  const at = (message: string): SourceProblem => ({ line: 1, column: 1, message });
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new ManifestError(shown, [at('the file does not exist')]);
  if (found.size > MAX_BYTES) throw new ManifestError(shown, [at(`must be at most ${size(MAX_BYTES)}`)]);
  const text = decoded(await readFile(file));
  if (text === null) throw new ManifestError(shown, [at('must be UTF-8 text')]);
  if (redacted(text) !== text)
    throw new ManifestError(shown, [
      at('must not contain a token: everyone with access to the repository can read it'),
    ]);
  const parsed = await parseManifest(text);
  const { images, problems } = await expand(parsed, filesIn(workspace, path.posix.dirname(shown), redacted), naming);
  if (problems.length > 0) throw new ManifestError(shown, problems);
  return { file: shown, lockFile: lockPathOf(shown), images };
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Each file is read once, even if many images name it. */
function filesIn(workspace: Workspace, folder: string, redacted: (text: string) => string): ManifestFiles {
  const limit = limitOf(AT_ONCE);
  const readOnce = readingOnce((file, parameter) => limit(() => readInputFile(file, parameter, workspace)));
  const readUnless = (made: ReadonlySet<string>): ReadInputFile =>
    made.size === 0
      ? readOnce
      : async (file, parameter) =>
          typeof file === 'string' && made.has(file) ? notMade(file) : readOnce(file, parameter, workspace);
  const prompts = new Map<string, Promise<string>>();
  const workflows = new Map<string, Promise<Workflow>>();
  return {
    folder: folder === '.' ? '' : folder,
    prompt: (file) =>
      once(prompts, file, async () => {
        const text = await limit(async () => readPromptFile(await workspace.inside(file)));
        if (redacted(text) !== text) throw new FileFault('must not contain a token');
        return text;
      }),
    workflow: (file) =>
      once(workflows, file, () => limit(async () => workflowIn(await workspace.inside(file), redacted))),
    inputs: (mapping, made) => readInputFiles(mapping, workspace, readUnless(made)),
    async checkOutput(file) {
      await workspace.inside(file);
    },
  };
}

async function workflowIn(file: string, redacted: (text: string) => string): Promise<Workflow> {
  const { workflow, problems } = await readWorkflow(file);
  if (workflow === null) {
    const told = problems.map(({ line, column, message }) => `line ${line}, column ${column}: ${message}`);
    throw new FileFault(`must be a ComfyUI graph in API format; ${together(told)}`);
  }
  const text = JSON.stringify(workflow.graph.json);
  if (redacted(text) !== text) throw new FileFault('must not contain a token');
  return workflow;
}

function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before !== undefined) return before;
  const reading = read();
  known.set(key, reading);
  return reading;
}
