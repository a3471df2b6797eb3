// The definition of a manifest: what parses it, and what the published JSON Schema is generated from.
import { z } from 'zod';
import { type JsonObject, type JsonValue, jsonObject } from '../lib/json.ts';

const missingOr = (rule: string) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? 'is missing' : rule),
});

const text = (rule: string) => z.string(missingOr(rule)).min(1, rule);

// What is read is plain JSON already (inputs/source.ts), so an object is one of JSON. Kept as it is: no copy that drops `__proto__`.
const jsonMapping = (rule: string) =>
  z.custom<JsonObject>((value) => jsonObject(value) !== null, missingOr(rule)).meta({ type: 'object' });

const model = text('must be a model_id such as `blackforestlabs/flux-2/flex/text-to-image`')
  .optional()
  .meta({
    description: 'RunComfy model_id, as on the API tab of the model.',
    examples: ['blackforestlabs/flux-2/flex/text-to-image'],
  });

const parameters = jsonMapping('must be a mapping of parameters, such as `{ seed: 7 }`')
  .optional()
  .meta({
    description:
      'Any parameter of the model, sent as it is. A value that is exactly one placeholder keeps the type of its variable.',
    properties: {
      image_size: {
        description: 'A preset of the model, or width and height.',
        examples: ['square_hd', 'square', 'portrait_4_3', 'portrait_16_9', 'landscape_4_3', 'landscape_16_9'],
      },
      seed: { description: 'Whole number. The same seed and recipe usually give a similar image.', examples: [7] },
      output_format: { description: 'The format that the model shall return.', examples: ['png', 'jpeg', 'webp'] },
      guidance_scale: { description: 'How closely to follow the prompt.', examples: [3.5] },
      num_inference_steps: { description: 'More steps take longer.', examples: [28] },
      enable_prompt_expansion: { description: 'Whether the model may embellish the prompt.', examples: [false] },
    },
  });

const deployment = text('must be the id of a deployment such as `8f0e2c5a-0000-4000-8000-0123456789ab`')
  .optional()
  .meta({
    description:
      'Id of a Serverless (ComfyUI or LoRA) deployment to send to instead of a model. May hold placeholders.',
  });

const workflow = text('must be a path relative to the manifest').optional().meta({
  description:
    "File of a ComfyUI graph in API format, relative to the manifest, sent instead of the deployment's saved one. May hold placeholders.",
});

const overrides = jsonMapping('must be a mapping of `node.input` to values, such as `{ KSampler.seed: 7 }`')
  .optional()
  .meta({
    description:
      "Values for inputs of the graph's nodes, by `node.input`: a node's id or its unique title. May hold placeholders, also {prompt}.",
  });

const aFile = text('must be a path relative to the manifest');
const files = z
  .record(
    z.string(),
    z.union([aFile, z.array(aFile).min(1)], { error: 'must be a path relative to the manifest, or a list of such' }),
    { error: 'must be a mapping of parameter names to files, such as `{ image_url: art/sketch.png }`' },
  )
  .optional()
  .meta({
    description: 'Local files as model input: parameter name to a path relative to the manifest, or a list of paths.',
  });

const image = z
  .strictObject(
    {
      id: text('must be text such as `hero` or `icons/{theme}`').meta({
        description: 'Unique; letters, digits, . _ - /. May hold placeholders.',
      }),
      prompt: text('must be text that is not empty')
        .optional()
        .meta({ description: 'The prompt. May hold placeholders.' }),
      'prompt-file': text('must be a path relative to the manifest').optional().meta({
        description: 'A UTF-8 text file that holds the prompt, relative to the manifest. No placeholders inside.',
      }),
      model,
      deployment,
      workflow,
      overrides,
      parameters,
      files,
      matrix: z
        .record(
          z.string(),
          z
            .array(z.custom<JsonValue>().meta({}), { error: 'must be a list of values' })
            .min(1, 'must have at least one value'),
          { error: 'must be a mapping of variables to lists of values, such as `{ theme: [light, dark] }`' },
        )
        .optional()
        .meta({ description: 'Variables for placeholders: one image for every combination of their values.' }),
      output: text('must be a file below the workspace, such as `assets/hero.png`')
        .optional()
        .meta({ description: 'A file below the workspace, with a media suffix. May hold placeholders, also {index}.' }),
    },
    missingOr('must be an image: a mapping with `id` and `prompt`'),
  )
  .meta({ not: { anyOf: [{ required: ['prompt', 'prompt-file'] }, { required: ['model', 'deployment'] }] } });

const defaults = z
  .strictObject(
    { model, deployment, workflow, overrides, parameters, files },
    {
      error: 'must be a mapping with `model`, `deployment`, `workflow`, `overrides`, `parameters`, `files`',
    },
  )
  .optional()
  .meta({ description: "What every image has unless it says otherwise. An image's own win, key by key." });

/** The manifest but for what each image is: so one bad image does not hide the problems of others. */
export const envelopeSchema = z.strictObject(
  {
    $schema: z
      .string({ error: 'must be the address of a JSON Schema' })
      .optional()
      .meta({ description: 'For editors.' }),
    version: z.literal(1, missingOr('must be 1')).meta({ description: 'Of this format.' }),
    defaults,
    images: z.array(z.unknown(), missingOr('must be a list of images')),
  },
  { error: 'must be a mapping with `version: 1` and `images`' },
);

export const imageSchema = image;
export const defaultsSchema = defaults;

export type Defaults = z.output<typeof defaults>;
export type ImageEntry = z.output<typeof image>;

/** The keys that a mapping of the manifest may have. */
export const KNOWN_KEYS = {
  manifest: Object.keys(envelopeSchema.shape),
  defaults: Object.keys(defaults.unwrap().shape),
  image: Object.keys(image.shape),
} as const;

/** The JSON Schema that editors complete and check a manifest by, as it is published. */
export function manifestJsonSchema(): object {
  const whole = envelopeSchema.extend({ images: z.array(image).meta({ description: 'The images, in any order.' }) });
  return {
    ...z.toJSONSchema(whole, { target: 'draft-7', io: 'input', unrepresentable: 'any' }),
    title: 'Images as code: a manifest of the RunComfy action',
  };
}
