// Expands entries to images: merges defaults, makes every combination of the matrix, fills placeholders and reads files.
import path from 'node:path';
import { fileNameFault } from '../files/names.ts';
import { PathError } from '../files/workspace.ts';
import { pathsOf, unusedPlaceholder } from '../graphs/overrides.ts';
import type { Workflow } from '../inputs/deployment.ts';
import { FileFault, faultOfPrompt, faultTogether, type InputFiles, isInside, separateFiles } from '../inputs/files.ts';
import { DEFAULT_MODEL } from '../inputs/order.ts';
import { faultOfDeployment, faultOfModel } from '../inputs/values.ts';
import { quoted } from '../lib/errors.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { fillOutput, fillText, fillValue, outputPath, PlaceholderFault, type Variables } from '../lib/placeholders.ts';
import type { Path, SourceLocation, SourceProblem } from '../lib/source.ts';
import { type DeploymentOrder, type GraphOrder, toldBy } from '../tasks/deployment.ts';
import { deploymentRecipe } from '../tasks/deployment-task.ts';
import { type Recipe, recipeHash, recipeOf } from '../tasks/recipe.ts';
import { type Claim, clashes } from './clashes.ts';
import { defaultsFor, isForDeployment, keyProblems, layeredOverrides } from './deployments.ts';
import { type ChainLink, type Edge, edgesOf } from './edges.ts';
import { combinations, matrixProblems } from './matrix.ts';
import { formatFault, type Naming, pathFault } from './naming.ts';
import type { Entry, ParsedManifest } from './parse.ts';
import type { ImageEntry } from './schema.ts';

/** One image of a manifest. */
export interface ManifestImage extends Claim {
  /** Empty for a deployment. */
  readonly model: string;
  readonly deployment: DeploymentOrder | null;
  /** null for models that take none. */
  readonly prompt: string | null;
  /** The request body with the prompt, but without input files. For a graph, only what logs and reports show. */
  readonly parameters: JsonObject;
  readonly files: InputFiles;
  /** The input files: parameter name to a path or paths, relative to the workspace. */
  readonly inputPaths: JsonObject;
  /** Their location and key in the manifest. */
  readonly inputsAt: SourceLocation;
  readonly inputsKey: 'files' | 'overrides' | 'parameters';
  /** The input files that other images make. Until they exist, `files` and `recipe` contain `notMade` for them (settle.ts). */
  readonly edges: readonly Edge[];
  readonly recipe: Recipe;
  readonly recipeHash: string;
  /** Relative to the workspace. `outputPath` (placeholders.ts) fills `{index}`. null: output-dir and filename apply. */
  readonly output: string | null;
}

/** Reads the files that a manifest names. Arguments are relative to the workspace; returned paths are absolute. */
export interface ManifestFiles {
  /** Relative to the workspace; `''` at its root. */
  readonly folder: string;
  /** The prompt in a file. Throws PathError, FileFault. */
  prompt(path: string): Promise<string>;
  /** A graph. Throws PathError, FileFault. */
  workflow(path: string): Promise<Workflow>;
  /** `made`: paths of files that other images make. Throws FileFault. */
  inputs(mapping: JsonObject, made: ReadonlySet<string>): Promise<InputFiles>;
  /** Throws PathError for an output outside the workspace. */
  checkOutput(path: string): Promise<void>;
}

export interface Expanded {
  readonly images: readonly ManifestImage[];
  readonly problems: readonly SourceProblem[];
}

type Report = (place: SourceLocation, message: string) => void;

/** Never throws for any manifest: the result has all problems. */
export async function expand(parsed: ParsedManifest, files: ManifestFiles, naming: Naming): Promise<Expanded> {
  const problems = new Map<string, SourceProblem>();
  const report: Report = ({ line, column }, message) => {
    // A matrix repeats the mistakes of its entry, so only the first one at each location is reported.
    const key = `${line}:${column}:${message.slice(0, 24)}`;
    if (!problems.has(key)) problems.set(key, { line, column, message });
  };
  const tooMany = matrixProblems(parsed.entries);
  for (const problem of tooMany) report(problem, problem.message);
  const entries = tooMany.length > 0 ? [] : parsed.entries;
  const read = await Promise.all(
    entries.flatMap((entry) =>
      combinations(entry.image.matrix ?? {}).map((variables) => imageOf(entry, parsed, variables, files, report)),
    ),
  );
  const chains = edgesOf(read.map(({ link }) => link));
  for (const problem of chains.problems) report(problem, problem.message);
  const finished = await Promise.all(read.map(({ finish }, n) => finish(chains.edges[n] ?? [])));
  const images = finished.flatMap((image) => (image === null ? [] : [image]));
  const clashing = clashes(
    read.map(({ claim }) => claim),
    naming,
  );
  return { images, problems: [...parsed.problems, ...problems.values(), ...clashing] };
}

/** The claims of an image can be checked even if it has other problems. */
interface ReadImage {
  readonly claim: Claim;
  readonly link: ChainLink;
  /** Reads the input files, once it is known which of them other images make. null if the image has problems. */
  readonly finish: (edges: readonly Edge[]) => Promise<ManifestImage | null>;
}

async function imageOf(
  entry: Entry,
  { defaults: readDefaults, placeOfDefault }: ParsedManifest,
  variables: Variables,
  files: ManifestFiles,
  report: Report,
): Promise<ReadImage> {
  const { image, isBroken, place, locationOf } = entry;
  const defaults = defaultsFor(image, readDefaults ?? {});
  const toDeployment = isForDeployment(image, readDefaults ?? {});
  /** Only the parameters are sent, as to a model. */
  const isFlat = !toDeployment || (image.parameters ?? defaults.parameters) !== undefined;
  let usable = !isBroken;
  // With a misspelled `matrix`, every placeholder would be reported too.
  const mayLackVariables = isBroken && image.matrix === undefined;
  const problem: Report = (where, message) => {
    usable = false;
    report(where, message);
  };
  /** Makes a fault a problem. */
  function tell(where: SourceLocation, name: string, error: unknown): void {
    const known = error instanceof PlaceholderFault || error instanceof PathError || error instanceof FileFault;
    if (!known) throw error;
    if (error instanceof PlaceholderFault && mayLackVariables) return;
    problem(where, `\`${name}\` ${error instanceof PlaceholderFault ? 'has ' : ''}${error.message}`);
  }
  /** The result of `fill`, or `fallback` after a fault. */
  function filled<T>(where: SourceLocation, name: string, fallback: T, fill: () => T): T {
    try {
      return fill();
    } catch (error) {
      tell(where, name, error);
      return fallback;
    }
  }
  /** The same, for promises. */
  async function read<T>(where: SourceLocation, name: string, fallback: T, reading: () => Promise<T>): Promise<T> {
    try {
      return await reading();
    } catch (error) {
      tell(where, name, error);
      return fallback;
    }
  }

  const id = filled(locationOf('id'), 'id', '', () => fillText(image.id, variables));
  const idFault = id === '' ? null : faultOfId(id);
  if (idFault !== null) problem(locationOf('id'), `id ${quoted(id)} ${idFault}`);

  for (const one of keyProblems(image, readDefaults ?? {}))
    problem(one.in === 'image' ? locationOf(one.key) : placeOfDefault(one.key), one.message);
  const makerKey = toDeployment ? 'deployment' : 'model';
  const makerPlace = image[makerKey] === undefined ? placeOfDefault(makerKey) : locationOf(makerKey);
  const maker = filled(makerPlace, makerKey, '', () =>
    fillText(image[makerKey] ?? defaults[makerKey] ?? DEFAULT_MODEL, variables),
  );
  const makerFault = maker === '' ? null : (toDeployment ? faultOfDeployment : faultOfModel)(maker);
  if (makerFault !== null) problem(makerPlace, `${makerKey} ${quoted(maker)} ${makerFault}`);
  const model = toDeployment ? '' : maker;

  if (image.prompt !== undefined && image['prompt-file'] !== undefined)
    problem(locationOf('prompt-file'), '`prompt-file` must not be given together with `prompt`');
  const { prompt: written, 'prompt-file': promptFile } = image;
  const prompt =
    written !== undefined
      ? filled(locationOf('prompt'), 'prompt', '', () => fillText(written, variables))
      : promptFile === undefined
        ? null
        : await read(locationOf('prompt-file'), 'prompt-file', '', async () =>
            files.prompt(fromManifest(promptFile, files.folder)),
          );
  const promptFault = prompt === null ? null : faultOfPrompt(prompt);
  if (promptFault !== null) problem(locationOf('prompt'), `\`prompt\` ${promptFault}`);
  if (prompt !== null && image.parameters?.prompt !== undefined)
    problem(locationOf('parameters', 'prompt'), 'the prompt is given twice: here, and as `prompt` of the image');

  const fillOf = (
    key: 'parameters' | 'files',
    where: (...path: Path) => SourceLocation,
    mapping: object = {},
  ): JsonObject =>
    Object.fromEntries(
      Object.entries(mapping).map(([name, value]: [string, JsonValue]) => [
        name,
        filled(where(key, name), `${key}.${name}`, null, () => fillValue(value, variables)),
      ]),
    );
  const own = {
    parameters: fillOf('parameters', locationOf, image.parameters),
    files: fillOf('files', locationOf, isFlat ? image.files : {}),
  };
  const inherited = {
    parameters: fillOf('parameters', placeOfDefault, without(defaults.parameters, image.parameters, image.files)),
    files: fillOf('files', placeOfDefault, isFlat ? without(defaults.files, image.files, image.parameters) : {}),
  };
  const asked: JsonObject = {
    ...inherited.parameters,
    ...(prompt === null ? {} : { prompt }),
    ...own.parameters,
  };
  const { parameters: sent, files: inside } = filled(
    locationOf('parameters'),
    'parameters',
    { parameters: asked, files: {} },
    () => separateFiles(asked),
  );
  const named = { ...inherited.files, ...own.files };
  for (const name of Object.keys(named)) {
    if (Object.hasOwn(asked, name) || isInside(name, sent))
      problem(locationOf('files', name), `\`files\` must not set ${quoted(name)}, which \`parameters\` sets too`);
  }
  if (!toDeployment && Object.keys(asked).length + Object.keys(named).length === 0 && !isBroken)
    problem(place, 'an image needs `prompt` or `prompt-file` (models that take no prompt: `parameters` or `files`)');

  const graph = isFlat ? null : await graphOf();
  const parameters = graph === null ? sent : toldBy(sent, graph.overrides);

  const output =
    image.output === undefined
      ? null
      : filled(locationOf('output'), 'output', null, () => fillOutput(image.output ?? '', variables));
  // If something cannot be read, the recipe is not known, but the path is.
  const isWholeRecipe = !isBroken && readDefaults !== null;
  const fault =
    output === null ? null : (pathFault(output) ?? (isWholeRecipe ? formatFault(output, parameters, model) : null));
  if (fault !== null) problem(locationOf('output'), `\`output\` ${fault}`);
  else if (output !== null)
    await read(locationOf('output'), 'output', undefined, () => files.checkOutput(outputPath(output, 1)));

  const mapping = filled(locationOf('files'), 'files', {}, () =>
    mapPaths(graph === null ? named : pathsOf(graph.needed), files.folder),
  );
  const insideMapping = filled(locationOf('parameters'), 'parameters', {}, () => mapPaths(inside, files.folder));
  const inputPaths = { ...insideMapping, ...mapping };
  const filesKey = graph !== null && image.files === undefined ? 'overrides' : 'files';
  const inputsKey = Object.keys(mapping).length === 0 && Object.keys(inside).length > 0 ? 'parameters' : filesKey;
  const inputsAt = locationOf(inputsKey);
  const claim = { id, parameters, output, ...place };
  const paths = Object.values(inputPaths)
    .flat()
    .filter((file) => typeof file === 'string');
  return {
    claim,
    link: { id, output, inputPaths: paths, inputsAt },
    async finish(edges) {
      const made = new Set(edges.map(({ file }) => file));
      const inputs: InputFiles = {
        ...(await read(locationOf('parameters'), 'parameters', {}, () => files.inputs(insideMapping, made))),
        ...(await read(locationOf(filesKey), filesKey, {}, () => files.inputs(mapping, made))),
      };
      const tooMuch = Object.keys(inside).length === 0 ? null : faultTogether(inputs);
      if (tooMuch !== null) problem(locationOf('parameters'), `\`parameters\` ${tooMuch}`);
      if (!usable) return null;
      const deployment = toDeployment ? { id: maker, graph } : null;
      const recipe = deployment === null ? recipeOf(model, sent, inputs) : deploymentRecipe(deployment, sent, inputs);
      const { prompt: said } = recipe;
      return {
        ...claim,
        model,
        deployment,
        prompt: said,
        files: inputs,
        inputPaths,
        inputsAt,
        inputsKey,
        edges,
        recipe,
        recipeHash: recipeHash(recipe),
      };
    },
  };

  /** The graph, and its overrides. */
  async function graphOf(): Promise<GraphOrder> {
    const file = image.workflow ?? defaults.workflow;
    const place = image.workflow === undefined ? placeOfDefault('workflow') : locationOf('workflow');
    const workflow =
      file === undefined
        ? null
        : await read(place, 'workflow', null, async () =>
            files.workflow(fromManifest(fillText(file, variables), files.folder)),
          );
    // If the graph cannot be read, problems with overrides are not reported.
    if (file !== undefined && workflow === null)
      return { graph: null, workflow: null, overrides: [], needed: [], notes: [] };
    const { overrides, needed, notes, used, problems } = layeredOverrides(
      {
        own: { overrides: image.overrides ?? {}, files: jsonFiles(image.files) },
        inherited: { overrides: defaults.overrides ?? {}, files: jsonFiles(defaults.files) },
      },
      new Map([...variables, ...(prompt === null ? [] : [['prompt', prompt] as const])]),
      workflow?.graph ?? null,
    );
    if (mayLackVariables && problems.length > 0) usable = false;
    else
      for (const { in: where, path: below, message } of problems)
        problem((where === 'image' ? locationOf : placeOfDefault)(...below), `\`${below[0]}\`: ${message}`);
    if (prompt !== null && !used.has('prompt')) {
      const key = written === undefined ? 'prompt-file' : 'prompt';
      problem(locationOf(key), `\`${key}\` ${unusedPlaceholder('prompt', workflow?.graph ?? null)}`);
    }
    return { graph: workflow?.graph ?? null, workflow: workflow?.hash ?? null, overrides, needed, notes };
  }
}

function jsonFiles(files: ImageEntry['files']): JsonObject {
  return Object.fromEntries(Object.entries(files ?? {}));
}

function faultOfId(id: string): string | null {
  if (!/^[A-Za-z0-9._/-]+$/.test(id)) return 'must be of letters, digits, . _ - and /';
  return fileNameFault(id, 'a folder');
}

/** The mapping without the keys that the image has itself, as a parameter or as a file. */
function without(mapping: object = {}, ...own: readonly (object | undefined)[]): object {
  return Object.fromEntries(
    Object.entries(mapping).filter(([name]) => !own.some((other) => other !== undefined && Object.hasOwn(other, name))),
  );
}

/** Relative to the workspace. Absolute paths stay, and are refused later. `..` may lead to other folders of the workspace. */
function fromManifest(file: string, folder: string): string {
  if (file.includes('\\')) throw new PathError(`must use \`/\` between folders, but is ${quoted(file)}`);
  return path.posix.isAbsolute(file) ? file : path.posix.join(folder, file);
}

function mapPaths(mapping: JsonObject, folder: string): JsonObject {
  const one = (file: JsonValue): JsonValue => (typeof file === 'string' ? fromManifest(file, folder) : file);
  return Object.fromEntries(
    Object.entries(mapping).map(([name, value]) => [name, Array.isArray(value) ? value.map(one) : one(value)]),
  );
}
