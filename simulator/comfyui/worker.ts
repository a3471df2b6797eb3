// The simulated GPU: checks a graph as ComfyUI does, and makes real files for its output nodes.

import type { HostedFile } from '../files.ts';
import { film, tone } from '../pictures/clips.ts';
import { paint } from '../pictures/painter.ts';
import { isObject } from '../wire.ts';

export type GraphJson = Readonly<Record<string, unknown>>;

/** Serves another file of the current request, and returns its URL. */
export type HostNamed = (name: string, file: HostedFile) => string;

interface Node {
  readonly id: string;
  readonly classType: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** Each kind of output node: the key and the type of its results. */
const OUTPUT_NODES: Readonly<Record<string, readonly [key: string, type: 'output' | 'temp']>> = {
  SaveImage: ['images', 'output'],
  PreviewImage: ['images', 'temp'],
  VHS_VideoCombine: ['gifs', 'output'],
  SaveVideo: ['videos', 'output'],
  SaveAudio: ['audio', 'output'],
  SaveGLB: ['3d', 'output'],
  'ShowText|pysssss': ['text', 'output'],
};

function nodesOf(graph: GraphJson): readonly Node[] {
  return Object.entries(graph).flatMap(([id, node]) =>
    isObject(node) && typeof node.class_type === 'string' && isObject(node.inputs)
      ? [{ id, classType: node.class_type, inputs: node.inputs }]
      : [],
  );
}

/** The `error` member of a result; null for a graph that runs. ComfyUI, execution.py: validate_prompt and the execution_error message. */
export function errorsOf(graph: GraphJson): unknown {
  const nodes = nodesOf(graph);
  const broken = Object.keys(graph).find((id) => !nodes.some((node) => node.id === id));
  if (broken !== undefined) {
    return [
      {
        errorCode: 'invalid_prompt',
        error: `Cannot execute because node ID '#${broken}' has no class_type.`,
        debugInfo: '',
      },
    ];
  }
  if (!nodes.some(({ classType }) => Object.hasOwn(OUTPUT_NODES, classType))) {
    return [{ errorCode: 'prompt_no_outputs', error: 'Prompt has no outputs', debugInfo: '' }];
  }
  const refused = nodes.flatMap((node) => {
    const errors = inputErrors(node, graph);
    return errors.length === 0
      ? []
      : [[node.id, { errors, dependent_outputs: [], class_type: node.classType }] as const];
  });
  if (refused.length > 0) {
    const debugInfo = JSON.stringify({ node_errors: Object.fromEntries(refused) });
    return [{ errorCode: 'prompt_outputs_failed_validation', error: 'Prompt outputs failed validation', debugInfo }];
  }
  const sampler = nodes.find(({ classType }) => classType.includes('Sampler')) ?? nodes[0];
  if (!promptIn(nodes).includes('[fail]') || sampler === undefined) return null;
  const debugInfo = {
    node_id: sampler.id,
    node_type: sampler.classType,
    exception_type: 'torch.OutOfMemoryError',
    exception_message: 'Allocation on device 0 would exceed allowed memory.',
    traceback: ['  File "/ComfyUI/execution.py", line 349, in execute'],
  };
  return [{ errorCode: 'execution_error', error: 'Workflow execution failed', debugInfo }];
}

function inputErrors({ inputs }: Node, graph: GraphJson): readonly unknown[] {
  return Object.entries(inputs).flatMap(([name, value]) => {
    const link =
      Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'number';
    if (link && !Object.hasOwn(graph, value[0]))
      return [{ type: 'bad_linked_input', message: 'Bad linked input', details: name }];
    if (name === 'steps' && !link && !Number.isFinite(Number(value)))
      return [
        {
          type: 'invalid_input_type',
          message: 'Failed to convert an input value to a INT value',
          details: `${name}, ${value}`,
        },
      ];
    if (name === 'ckpt_name' && String(value).includes('missing'))
      return [
        {
          type: 'value_not_in_list',
          message: 'Value not in list',
          details: `${name}: '${value}' not in ['sd_xl_base_1.0.safetensors']`,
        },
      ];
    return [];
  });
}

/** `outputs` of a result, by node. */
export function outputsOf(graph: GraphJson, host: HostNamed): unknown {
  const nodes = nodesOf(graph);
  const counts = new Map<string, number>();
  return Object.fromEntries(
    nodes.flatMap((node): readonly (readonly [string, unknown])[] => {
      const kind = Object.hasOwn(OUTPUT_NODES, node.classType) ? OUTPUT_NODES[node.classType] : undefined;
      if (kind === undefined) return [];
      const [key, type] = kind;
      if (key === 'text') return [[node.id, { text: [promptIn(nodes)] }]];
      const items = Array.from({ length: key === 'images' ? batchOf(nodes) : 1 }, (_, n) => {
        const { suffix, file } = made(key, nodes, n);
        const prefix =
          `${node.inputs.filename_prefix ?? (type === 'temp' ? 'ComfyUI_temp' : 'ComfyUI')}`.split('/').at(-1) ?? '';
        const number = (counts.get(`${prefix}.${suffix}`) ?? 0) + 1;
        counts.set(`${prefix}.${suffix}`, number);
        const filename = `${prefix}_${String(number).padStart(5, '0')}_.${suffix}`;
        const told = { url: host(`${type}/${filename}`, file), filename, subfolder: '', type };
        return key === 'gifs'
          ? {
              ...told,
              format: 'video/h264-mp4',
              frame_rate: 12,
              workflow: `${prefix}_00001.png`,
              fullpath: `/ComfyUI/output/${filename}`,
            }
          : told;
      });
      return [[node.id, { [key]: items }]];
    }),
  );
}

function made(key: string, nodes: readonly Node[], n: number): { readonly suffix: string; readonly file: HostedFile } {
  const prompt = promptIn(nodes);
  const seed = (numberIn(nodes, ['seed', 'noise_seed']) ?? 0) + n;
  if (key === 'gifs' || key === 'videos')
    return { suffix: 'mp4', file: { type: 'video/mp4', body: () => film(prompt, seed) } };
  if (key === 'audio') return { suffix: 'wav', file: { type: 'audio/wav', body: tone(seed) } };
  if (key === '3d') return { suffix: 'glb', file: { type: 'model/gltf-binary', body: mesh() } };
  const [width, height] = [numberIn(nodes, ['width']) ?? 64, numberIn(nodes, ['height']) ?? 64];
  return {
    suffix: 'png',
    file: { type: 'image/png', body: () => paint({ prompt, seed, width, height, format: 'png' }) },
  };
}

/** The smallest binary glTF: a header and one chunk of JSON, padded to four bytes. */
function mesh(): Buffer {
  const chunk = Buffer.from('{"asset":{"version":"2.0"}}'.padEnd(28));
  const head = Buffer.alloc(20);
  head.write('glTF', 0, 'latin1');
  head.writeUInt32LE(2, 4);
  head.writeUInt32LE(20 + chunk.length, 8);
  head.writeUInt32LE(chunk.length, 12);
  head.write('JSON', 16, 'latin1');
  return Buffer.concat([head, chunk]);
}

/** The first written text, which is the positive prompt in most graphs. */
function promptIn(nodes: readonly Node[]): string {
  for (const { inputs } of nodes) {
    const text = inputs.text ?? inputs.prompt;
    if (typeof text === 'string') return text;
  }
  return '';
}

function batchOf(nodes: readonly Node[]): number {
  return Math.min(16, numberIn(nodes, ['batch_size']) ?? 1);
}

function numberIn(nodes: readonly Node[], names: readonly string[]): number | null {
  for (const { inputs } of nodes) {
    const value = names.map((name) => inputs[name]).find((one) => typeof one === 'number');
    if (typeof value === 'number') return value;
  }
  return null;
}
