// The inputs for a deployment: which one, which graph, and its overrides.
import { readFile, stat } from 'node:fs/promises';
import type { Workspace } from '../files/workspace.ts';
import { type Graph, graphHash, parseGraph } from '../graphs/graph.ts';
import { fileOverrides, isByTitle, pathsOf, resolveOverrides, unusedPlaceholder } from '../graphs/overrides.ts';
import { quoted } from '../lib/errors.ts';
import { size } from '../lib/figures.ts';
import type { JsonObject } from '../lib/json.ts';
import type { SourceProblem } from '../lib/source.ts';
import { together } from './faults.ts';
import { FileFault, type InputFile, POINTER_RULE, pointersIn, readInputFiles } from './files.ts';
import { parseMapping } from './mapping.ts';
import type { InputReader } from './reader.ts';
import { faultOfDeployment } from './values.ts';

/** A graph of the repository. */
export interface Workflow {
  readonly graph: Graph;
  readonly hash: string;
}

/** The deployment of an order. */
export interface SingleDeployment {
  readonly id: string;
  /** null: the saved graph runs. */
  readonly workflow: Workflow | null;
  /** As written, including those of `files`; null: the parameters are the whole body. */
  readonly overrides: JsonObject | null;
  /** Some overrides name a node by its title, which only the saved graph of the deployment can resolve. */
  readonly needsGraph: boolean;
  /** The files in the overrides, by their path as written. */
  readonly files: ReadonlyMap<string, InputFile>;
}

/** Larger than any export of the editor. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Throws FileFault if it is not a file, or with `problems` if it is not a graph. `file`: absolute. */
export async function readWorkflow(
  file: string,
): Promise<{ readonly workflow: Workflow | null; readonly problems: readonly SourceProblem[] }> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) throw new FileFault('must name an existing file');
  if (found.size > MAX_BYTES) throw new FileFault(`must be at most ${size(MAX_BYTES)}`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch {
    throw new FileFault('must be UTF-8 text');
  }
  const { graph, problems } = await parseGraph(text);
  return { workflow: graph === null ? null : { graph, hash: graphHash(graph) }, problems };
}

/** `named`: input `files`. `sent`: prompt and seed, if they are set. */
export async function readDeployment(
  reader: InputReader,
  { named, sent, workspace }: { readonly named: JsonObject; readonly sent: JsonObject; readonly workspace: Workspace },
): Promise<SingleDeployment> {
  const { given, block, problem, attempt } = reader;
  const id = given('deployment');
  const fault = faultOfDeployment(id);
  if (fault !== null) problem('deployment', fault);
  if (given('parameters') !== '') {
    for (const name of ['workflow', 'overrides'] as const)
      if (given(name) !== '')
        problem(name, 'must not be given with `parameters`, which is the whole body for a LoRA deployment');
    return { id, workflow: null, overrides: null, needsGraph: false, files: new Map() };
  }
  const workflow =
    given('workflow') === '' ? null : await attempt('workflow', null, () => workflowIn(given('workflow'), workspace));
  const isUnread = given('workflow') !== '' && workflow === null;
  const written = await attempt('overrides', {}, async () =>
    given('overrides') === '' ? {} : parseMapping(block('overrides')),
  );
  for (const key of Object.keys(named)) if (Object.hasOwn(written, key)) problem('files', twice(key));
  const overrides: JsonObject = { ...written, ...fileOverrides(named) };
  const graph = workflow?.graph ?? 'later';
  const variables = new Map(Object.entries(sent));
  const { used, needed, problems } = resolveOverrides(overrides, variables, graph);
  for (const [name, ofInput] of [
    ['overrides', problems.filter(({ path: [key = ''] }) => !Object.hasOwn(named, key))],
    ['files', problems.filter(({ path: [key = ''] }) => Object.hasOwn(named, key))],
  ] as const) {
    if (ofInput.length > 0) problem(name, notFitting(ofInput.map(({ message }) => message)));
  }
  for (const name of ['prompt', 'seed'] as const) {
    if (sent[name] === undefined || used.has(name) || isUnread) continue;
    const input = name === 'prompt' && given('prompt') === '' ? 'prompt-file' : name;
    problem(input, unusedPlaceholder(name, workflow?.graph ?? null));
  }
  const inName = given('overrides') === '' ? 'files' : 'overrides';
  const paths = pathsOf(needed);
  const read = await attempt(inName, {}, () => readInputFiles(paths, workspace));
  const pointers = pointersIn(read);
  if (pointers.length > 0)
    problem(inName, `${POINTER_RULE}; ${pointers.map((name) => quoted(name)).join(', ')} is such a pointer`);
  const files = new Map(
    Object.entries(read).flatMap(([key, file]) => {
      const names = [paths[key] ?? []].flat();
      return [file].flat().flatMap((one, n): [string, InputFile][] => [[String(names[n]), one]]);
    }),
  );
  const needsGraph = workflow === null && Object.entries(overrides).some(([key, value]) => isByTitle(key, value));
  return { id, workflow, overrides, needsGraph, files };
}

async function workflowIn(path: string, workspace: Workspace): Promise<Workflow> {
  const { workflow, problems } = await readWorkflow(await workspace.inside(path));
  if (workflow !== null) return workflow;
  const told = problems.map(({ line, column, message }) => `line ${line}, column ${column}: ${message}`);
  throw new FileFault(`must be a ComfyUI graph in API format; ${together(told)}`);
}

/** A clause. */
export function notFitting(messages: readonly string[]): string {
  return `must fit the graph: ${together(messages)}`;
}

function twice(key: string): string {
  return `must not set ${JSON.stringify(key)}, which \`overrides\` sets too`;
}
