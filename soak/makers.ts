// The makers of images in a story, a model or deployments of the Serverless API, and the inputs that each of them needs.
import type { DeploymentOptions } from '../simulator/comfyui/comfyui.ts';
import type { Simulator } from '../simulator/server.ts';
import { isObject } from '../simulator/wire.ts';
import type { Pictures } from './pictures.ts';

export type Maker =
  | 'model'
  /** A deployment that receives a graph from the repository. */
  | 'graph'
  /** A deployment with overrides for its saved graph. */
  | 'saved graph'
  | 'LoRA';

export const MAKERS: readonly Maker[] = ['model', 'graph', 'saved graph', 'LoRA'];

/** The path of the graph, relative to the workspace. */
export const GRAPH_FILE = 'flow.json';
/** The default of `output-dir`. */
export const IMAGES = 'runcomfy-images';
const PROMPT = 'a red fox in the rain';

/** Returns undefined for the model. */
function deploymentOf(maker: Maker): string | undefined {
  return maker === 'model' ? undefined : `soak-${maker.replace(' ', '-')}`;
}

/** `steps` distinguishes versions of the graph. No request sets it. */
function graphOf(steps: number): DeploymentOptions['graph'] {
  const node = (class_type: string, title: string, inputs: object): object => ({
    inputs,
    class_type,
    _meta: { title },
  });
  return {
    '3': node('KSampler', 'KSampler', { seed: 1, steps, positive: ['6', 0], latent_image: ['10', 0] }),
    '6': node('CLIPTextEncode', 'Prompt', { text: 'a fox' }),
    '9': node('SaveImage', 'Save Image', { filename_prefix: 'soak', images: ['3', 0] }),
    '10': node('LoadImage', 'Load Image', { image: 'sketch.png' }),
  };
}

export const GRAPH_TEXT = JSON.stringify(graphOf(20), null, 2);

/** `version`: of the saved graphs. A later one replaces the one before. */
export function deploy(
  { comfyui }: Simulator,
  options: Omit<DeploymentOptions, 'graph'>,
  version: number,
  pictures: Pictures,
): void {
  for (const maker of MAKERS) {
    const graph = maker === 'LoRA' ? null : graphOf(20 + version);
    const id = deploymentOf(maker);
    if (id !== undefined) comfyui.deploy(id, { ...options, graph, made: pictures.fileOf });
  }
}

/** The seed in a request body of either service; null if it has none. */
export function seedIn(body: Readonly<Record<string, unknown>>): number | null {
  const nodes = body.workflow_api_json ?? body.overrides;
  const sampler = isObject(nodes) ? nodes['3'] : undefined;
  const { seed } = isObject(sampler) && isObject(sampler.inputs) ? sampler.inputs : body;
  return typeof seed === 'number' ? seed : null;
}

/** The inputs of a step for images from one maker. */
export function inputsFor(maker: Maker, firstSeed: number | null): Record<string, string> {
  const deployment = deploymentOf(maker);
  return {
    prompt: PROMPT,
    ...(firstSeed === null ? {} : { seed: String(firstSeed) }),
    ...(deployment === undefined ? {} : { deployment }),
    ...(maker === 'graph'
      ? { workflow: GRAPH_FILE, overrides: '{"Prompt.text":"{prompt}","KSampler.seed":"{seed}"}' }
      : {}),
    ...(maker === 'saved graph' ? { overrides: '{"6":{"inputs":{"text":"{prompt}"}},"3.seed":"{seed}"}' } : {}),
    ...(maker === 'LoRA' ? { parameters: '{"width":64}' } : {}),
  };
}

/** The inputs that say what to generate. A step that only collects has none of them. */
export const ORDER_INPUTS = ['prompt', 'seed', 'workflow', 'overrides', 'parameters'];

/** One image of a manifest. */
export interface ManifestImage {
  readonly maker: Maker;
  readonly seed: number;
  /** RunComfy refuses the prompt. */
  readonly refused: boolean;
  /** The number of the image that it is made from, counted from 1; null if there is none. */
  readonly madeFrom: number | null;
}

/** The ids are `image-1` and so on, like the names of tasks without a manifest. */
export function manifestOf(images: readonly ManifestImage[]): string {
  return JSON.stringify({
    version: 1,
    images: images.map(({ maker, seed, refused, madeFrom }, n) => ({
      id: `image-${n + 1}`,
      prompt: refused ? `${PROMPT} [refuse]` : PROMPT,
      deployment: deploymentOf(maker),
      ...partsOf(maker, seed),
      ...(madeFrom === null ? {} : { files: { '10.image': `${IMAGES}/${madeFrom}-1.png` } }),
      output: `${IMAGES}/${n + 1}-{index}.png`,
    })),
  });
}

function partsOf(maker: Maker, seed: number): object {
  switch (maker) {
    case 'model':
      return { parameters: { seed, output_format: 'png' } };
    case 'graph':
      return { workflow: GRAPH_FILE, overrides: { 'Prompt.text': '{prompt}', 'KSampler.seed': seed } };
    case 'saved graph':
      return { overrides: { '6.text': '{prompt}', '3.seed': seed } };
    case 'LoRA':
      return { parameters: { seed } };
  }
}
