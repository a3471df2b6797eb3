// The content of one request to a deployment, and its recipe. Only loaded if a deployment is used.
import type { Graph } from '../graphs/graph.ts';
import { byNode, type NeededFile, pathsOf, resolveOverrides, withoutFiles } from '../graphs/overrides.ts';
import { notFitting, type SingleDeployment } from '../inputs/deployment.ts';
import type { InputFile, InputFiles } from '../inputs/files.ts';
import { InputError } from '../lib/errors.ts';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { type DeploymentOrder, toldBy } from './deployment.ts';
import { type DeploymentRecipe, digestsOf, promptAndParameters, recipeHash } from './recipe.ts';
import type { Made } from './task.ts';

/** `sent`: for a graph, the values for its placeholders, of which the recipe only needs the prompt. */
export function deploymentRecipe(
  { id, graph }: DeploymentOrder,
  sent: JsonObject,
  files: InputFiles,
): DeploymentRecipe {
  const { prompt, parameters } = promptAndParameters(sent);
  const digests = digestsOf(files);
  if (graph === null) return { deployment: id, workflow: null, prompt, overrides: {}, parameters, files: digests };
  const overrides = byNode(withoutFiles(graph.overrides, graph.needed));
  return { deployment: id, workflow: graph.workflow, prompt, overrides, parameters: {}, files: digests };
}

/** `sent`: the parameters, with the seed of this request. `saved`: the saved graph of the deployment, if needed. Throws InputError for overrides that do not match. */
export function madeByDeployment(
  { id, workflow, overrides: written, files: read }: SingleDeployment,
  { sent, files, saved }: { readonly sent: JsonObject; readonly files: InputFiles; readonly saved: Graph | null },
): Made {
  if (written === null) {
    const deployment = { id, graph: null };
    const recipe = recipeHash(deploymentRecipe(deployment, sent, files));
    return { model: '', deployment, parameters: sent, files, recipe };
  }
  const graph = workflow?.graph ?? saved;
  const { overrides, needed, notes, problems } = resolveOverrides(written, new Map(Object.entries(sent)), graph);
  if (problems.length > 0) {
    const rule = notFitting(problems.map(({ message }) => message));
    throw new InputError([{ input: 'overrides', value: null, rule }]);
  }
  const deployment = { id, graph: { graph, workflow: workflow?.hash ?? null, overrides, needed, notes } };
  const own = filesOf(needed, read);
  const recipe = recipeHash(deploymentRecipe(deployment, sent, own));
  return { model: '', deployment, parameters: toldBy(sent, overrides), files: own, recipe };
}

/** By the name of their input, as in `pathsOf`. */
function filesOf(needed: readonly NeededFile[], read: ReadonlyMap<string, InputFile>): InputFiles {
  const file = (path: JsonValue): readonly InputFile[] => {
    const found = read.get(String(path));
    return found === undefined ? [] : [found];
  };
  return Object.fromEntries(
    Object.entries(pathsOf(needed)).map(([name, paths]) => [
      name,
      Array.isArray(paths) ? paths.flatMap(file) : (file(paths)[0] ?? []),
    ]),
  );
}
