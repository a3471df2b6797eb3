// From entries to images: defaults merged, every combination of the matrix, placeholders filled, files read.
import path from 'node:path';
import { fileNameFault } from '../files/names.ts';
import { PathError } from '../files/workspace.ts';
import { FileFault, faultOfPrompt, faultTogether, type InputFiles, isInside, separateFiles } from '../inputs/files.ts';
import { DEFAULT_MODEL } from '../inputs/order.ts';
import type { Path, SourceLocation, SourceProblem } from '../inputs/source.ts';
import { faultOfModel } from '../inputs/values.ts';
import { quoted } from '../lib/errors.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { type Recipe, recipeHash, recipeOf } from '../tasks/recipe.ts';
import { type Claim, clashes } from './clashes.ts';
import { type ChainLink, type Edge, edgesOf } from './edges.ts';
import { combinations, matrixProblems } from './matrix.ts';
import { formatFault, type Naming, pathFault } from './naming.ts';
import type { Entry, ParsedManifest } from './parse.ts';
import { fillOutput, fillText, fillValue, outputPath, PlaceholderFault, type Variables } from './placeholders.ts';

/** One image that a manifest asks for. */
export interface ManifestImage extends Claim {
  readonly model: string;
  /** null for models that take none. */
  readonly prompt: string | null;
  /** The request body but for input files: with the prompt. */
  readonly parameters: JsonObject;
  readonly files: InputFiles;
  /** What was asked for as `files`: parameter name to a path or paths, relative to the workspace. */
  readonly inputPaths: JsonObject;
  /** Where the manifest names them. */
  readonly inputsAt: SourceLocation;
  /** Those of the input files that other images make. Until they are made, `files` and `recipe` hold `NOT_MADE` for them (settle.ts). */
  readonly edges: readonly Edge[];
  readonly recipe: Recipe;
  readonly recipeHash: string;
  /** Relative to the workspace; `outputPath` (placeholders.ts) fills in `{index}`. null: output-dir and filename say it. */
  readonly output: string | null;
}

/** How expanding reads what a manifest names; paths are relative to the workspace, or absolute where they come from these functions. */
export interface ManifestFiles {
  /** Relative to the workspace; `''` where it stands at its root. */
  readonly folder: string;
  /** The prompt in a file. Throws PathError, FileFault. */
  prompt(path: string): Promise<string>;
  /** `notMade`: paths of files that other images make. Throws FileFault. */
  inputs(mapping: JsonObject, notMade: ReadonlySet<string>): Promise<InputFiles>;
  /** Throws PathError for an output that leads out of the workspace. */
  checkOutput(path: string): Promise<void>;
}

export interface Expanded {
  readonly images: readonly ManifestImage[];
  readonly problems: readonly SourceProblem[];
}

type Report = (place: SourceLocation, message: string) => void;

/** Never throws for what the manifest says: every problem is in the answer. */
export async function expand(parsed: ParsedManifest, files: ManifestFiles, naming: Naming): Promise<Expanded> {
  const problems = new Map<string, SourceProblem>();
  const report: Report = ({ line, column }, message) => {
    // A matrix repeats the mistakes of its entry: of those at one place, the first says enough.
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

/** What an image claims can be judged though something else is wrong with it. */
interface ReadImage {
  readonly claim: Claim;
  readonly link: ChainLink;
  /** Reads the input files, once it is known which of them other images make. null: something is wrong with the image. */
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
  const defaults = readDefaults ?? {};
  let usable = !isBroken;
  // Whoever has misspelt `matrix` would be told of each placeholder besides.
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
  /** What `fill` answers, or `fallback` after a fault. */
  function filled<T>(where: SourceLocation, name: string, fallback: T, fill: () => T): T {
    try {
      return fill();
    } catch (error) {
      tell(where, name, error);
      return fallback;
    }
  }
  /** The same of what has to be waited for. */
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

  const modelPlace = image.model === undefined ? placeOfDefault('model') : locationOf('model');
  const model = filled(modelPlace, 'model', '', () =>
    fillText(image.model ?? defaults.model ?? DEFAULT_MODEL, variables),
  );
  const modelFault = model === '' ? null : faultOfModel(model);
  if (modelFault !== null) problem(modelPlace, `model ${quoted(model)} ${modelFault}`);

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
    files: fillOf('files', locationOf, image.files),
  };
  const inherited = {
    parameters: fillOf('parameters', placeOfDefault, without(defaults.parameters, image.parameters, image.files)),
    files: fillOf('files', placeOfDefault, without(defaults.files, image.files, image.parameters)),
  };
  const asked: JsonObject = {
    ...inherited.parameters,
    ...(prompt === null ? {} : { prompt }),
    ...own.parameters,
  };
  const { parameters, files: inside } = filled(
    locationOf('parameters'),
    'parameters',
    { parameters: asked, files: {} },
    () => separateFiles(asked),
  );
  const named = { ...inherited.files, ...own.files };
  for (const name of Object.keys(named)) {
    if (Object.hasOwn(asked, name) || isInside(name, parameters))
      problem(locationOf('files', name), `\`files\` must not set ${quoted(name)}, which \`parameters\` sets too`);
  }
  if (Object.keys(asked).length + Object.keys(named).length === 0 && !isBroken)
    problem(place, 'an image needs `prompt` or `prompt-file` (models that take no prompt: `parameters` or `files`)');

  const output =
    image.output === undefined
      ? null
      : filled(locationOf('output'), 'output', null, () => fillOutput(image.output ?? '', variables));
  // Where something cannot be read, nobody knows what is asked for; but the path stands there.
  const isWholeRecipe = !isBroken && readDefaults !== null;
  const fault =
    output === null ? null : (pathFault(output) ?? (isWholeRecipe ? formatFault(output, parameters, model) : null));
  if (fault !== null) problem(locationOf('output'), `\`output\` ${fault}`);
  else if (output !== null)
    await read(locationOf('output'), 'output', undefined, () => files.checkOutput(outputPath(output, 1)));

  const mapping = filled(locationOf('files'), 'files', {}, () => mapPaths(named, files.folder));
  const insideMapping = filled(locationOf('parameters'), 'parameters', {}, () => mapPaths(inside, files.folder));
  const inputPaths = { ...insideMapping, ...mapping };
  const inputsAt = locationOf(
    Object.keys(mapping).length === 0 && Object.keys(inside).length > 0 ? 'parameters' : 'files',
  );
  const claim = { id, parameters, output, ...place };
  const paths = Object.values(inputPaths)
    .flat()
    .filter((file) => typeof file === 'string');
  return {
    claim,
    link: { id, output, inputPaths: paths, inputsAt },
    async finish(edges) {
      const notMade = new Set(edges.map(({ file }) => file));
      const inputs: InputFiles = {
        ...(await read(locationOf('parameters'), 'parameters', {}, () => files.inputs(insideMapping, notMade))),
        ...(await read(locationOf('files'), 'files', {}, () => files.inputs(mapping, notMade))),
      };
      const tooMuch = Object.keys(inside).length === 0 ? null : faultTogether(inputs);
      if (tooMuch !== null) problem(locationOf('parameters'), `\`parameters\` ${tooMuch}`);
      if (!usable) return null;
      const recipe = recipeOf(model, parameters, inputs);
      const { prompt: said } = recipe;
      return {
        ...claim,
        model,
        prompt: said,
        files: inputs,
        inputPaths,
        inputsAt,
        edges,
        recipe,
        recipeHash: recipeHash(recipe),
      };
    },
  };
}

function faultOfId(id: string): string | null {
  if (!/^[A-Za-z0-9._/-]+$/.test(id)) return 'must be of letters, digits, . _ - and /';
  return fileNameFault(id, 'a folder');
}

/** The mapping but for what the image has itself, be it as parameter or as file. */
function without(mapping: object = {}, ...own: readonly (object | undefined)[]): object {
  return Object.fromEntries(
    Object.entries(mapping).filter(([name]) => !own.some((other) => other !== undefined && Object.hasOwn(other, name))),
  );
}

/** Relative to the workspace. Absolute ones stay, to be refused; `..` may lead elsewhere below the workspace. */
function fromManifest(file: string, folder: string): string {
  if (file.includes('\\')) throw new PathError(`must have \`/\` between folders, but is ${quoted(file)}`);
  return path.posix.isAbsolute(file) ? file : path.posix.join(folder, file);
}

function mapPaths(mapping: JsonObject, folder: string): JsonObject {
  const one = (file: JsonValue): JsonValue => (typeof file === 'string' ? fromManifest(file, folder) : file);
  return Object.fromEntries(
    Object.entries(mapping).map(([name, value]) => [name, Array.isArray(value) ? value.map(one) : one(value)]),
  );
}
