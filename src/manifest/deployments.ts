// Images that go to a deployment: which defaults apply to them, and their effective overrides.
import type { Graph } from '../graphs/graph.ts';
import {
  compareTargets,
  fileOverrides,
  nameOf,
  type ResolvedOverrides,
  resolveOverrides,
} from '../graphs/overrides.ts';
import type { JsonObject } from '../lib/json.ts';
import type { Variables } from '../lib/placeholders.ts';
import type { Path } from '../lib/source.ts';
import type { Defaults, ImageEntry } from './schema.ts';

type Given = Exclude<Defaults, undefined>;

/** A problem with keys that exclude each other. `in`: whose key it is. */
interface KeyProblem {
  readonly in: 'image' | 'defaults';
  readonly key: 'deployment' | 'workflow' | 'overrides' | 'parameters';
  /** With the name of the key. */
  readonly message: string;
}

export function isForDeployment(image: ImageEntry, defaults: Given): boolean {
  return image.deployment !== undefined || (image.model === undefined && defaults.deployment !== undefined);
}

/** The defaults that apply to an image: parameters of models do not apply to a graph, and vice versa. */
export function defaultsFor(image: ImageEntry, defaults: Given): Given {
  const { model, deployment, workflow, overrides, parameters, files } = defaults;
  if (!isForDeployment(image, defaults)) return deployment === undefined ? { model, parameters, files } : { model };
  const own = deployment === undefined ? {} : { parameters, files };
  if (image.parameters !== undefined) return { deployment, ...own };
  if (image.workflow !== undefined || image.overrides !== undefined)
    return { deployment, workflow, overrides, files: own.files };
  return { deployment, workflow, overrides, ...own };
}

export function keyProblems(image: ImageEntry, defaults: Given): readonly KeyProblem[] {
  const problems: KeyProblem[] = [];
  const add = (where: KeyProblem['in'], key: KeyProblem['key'], rule: string): void =>
    void problems.push({ in: where, key, message: `\`${key}\` ${rule}` });
  for (const [where, given] of [
    ['image', image],
    ['defaults', defaults],
  ] as const) {
    if (given.model !== undefined && given.deployment !== undefined)
      add(where, 'deployment', 'must not be given together with `model`');
    const isGraph = given.workflow !== undefined || given.overrides !== undefined;
    const isDeployment = where === 'image' ? isForDeployment(image, defaults) : given.deployment !== undefined;
    if (isDeployment && isGraph && given.parameters !== undefined)
      add(
        where,
        'parameters',
        'must not be given together with `workflow` or `overrides`: it is the whole body for a LoRA deployment',
      );
  }
  if (isForDeployment(image, defaults)) return problems;
  for (const key of ['workflow', 'overrides'] as const)
    if (image[key] !== undefined)
      add('image', key, 'must be given with `deployment`, the id of the deployment that runs it');
  return problems;
}

/** Overrides, and files that are overrides. */
interface Layer {
  readonly overrides: JsonObject;
  readonly files: JsonObject;
}

export interface LayeredOverrides extends Pick<ResolvedOverrides, 'overrides' | 'needed' | 'used' | 'notes'> {
  readonly problems: readonly {
    readonly in: 'image' | 'defaults';
    /** Below the image or the defaults. */
    readonly path: Path;
    readonly message: string;
  }[];
}

/** The image's own overrides win, input by input, in any form. */
export function layeredOverrides(
  { own, inherited }: { readonly own: Layer; readonly inherited: Layer },
  variables: Variables,
  graph: Graph | null,
): LayeredOverrides {
  const resolve = ({ overrides, files }: Layer): ResolvedOverrides =>
    resolveOverrides({ ...overrides, ...fileOverrides(files) }, variables, graph);
  const [mine, theirs] = [resolve(own), resolve(inherited)];
  const taken = new Set(mine.overrides.map(nameOf));
  const isLeft = (one: { readonly node: string; readonly input: string }): boolean => !taken.has(nameOf(one));
  const problemsOf = (where: 'image' | 'defaults', layer: Layer, { problems }: ResolvedOverrides) =>
    problems.map(({ path, message }) => {
      const [key = ''] = path;
      const isFile = Object.hasOwn(layer.files, key);
      return { in: where, path: isFile ? ['files', key] : ['overrides', ...path], message };
    });
  const twice = Object.keys(own.files).filter((key) => Object.hasOwn(own.overrides, key));
  return {
    overrides: [...theirs.overrides.filter(isLeft), ...mine.overrides].sort(compareTargets),
    needed: [...theirs.needed.filter(isLeft), ...mine.needed],
    used: new Set([...mine.used, ...theirs.used]),
    notes: [...mine.notes, ...theirs.notes],
    problems: [
      ...problemsOf('image', own, mine),
      ...problemsOf('defaults', inherited, theirs),
      ...twice.map((key) => ({
        in: 'image' as const,
        path: ['files', key],
        message: `must not set ${JSON.stringify(key)}, which \`overrides\` sets too`,
      })),
    ],
  };
}
