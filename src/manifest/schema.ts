// The definition of a manifest, for the parser and for the published JSON Schema.
import * as z from 'zod/mini';
import { type JsonObject, type JsonValue, jsonObject } from '../lib/json.ts';

const missingOr = (rule: string) => ({
  error: ({ input }: { readonly input?: unknown }) => (input === undefined ? 'is missing' : rule),
});

const text = (rule: string) => z.string(missingOr(rule)).check(z.minLength(1, rule));

/** An optional key, with its documentation for editors. */
const optional = <T extends z.ZodMiniType>(schema: T, meta: z.core.GlobalMeta) =>
  z.optional(schema).check(z.meta(meta));

// The input is already plain JSON (lib/source.ts), so any object is a JSON object. It is not copied, because a copy would drop `__proto__`.
const jsonMapping = (rule: string) =>
  z.custom<JsonObject>((value) => jsonObject(value) !== null, missingOr(rule)).check(z.meta({ type: 'object' }));

const model = optional(text('must be a model_id such as `blackforestlabs/flux-2/flex/text-to-image`'), {
  description: 'RunComfy model_id, as on the API tab of the model.',
  examples: ['blackforestlabs/flux-2/flex/text-to-image'],
});

const parameters = optional(jsonMapping('must be a mapping of parameters, such as `{ seed: 7 }`'), {
  description:
    'Any parameter of the model, sent as it is. A value that is exactly one placeholder keeps the type of its variable.',
  properties: {
    image_size: {
      description: 'A preset of the model, or width and height.',
      examples: ['square_hd', 'square', 'portrait_4_3', 'portrait_16_9', 'landscape_4_3', 'landscape_16_9'],
    },
    seed: { description: 'Whole number. The same seed and recipe usually give a similar image.', examples: [7] },
    output_format: { description: 'The format that the model returns.', examples: ['png', 'jpeg', 'webp'] },
    guidance_scale: { description: 'How closely to follow the prompt.', examples: [3.5] },
    num_inference_steps: { description: 'More steps take longer.', examples: [28] },
    enable_prompt_expansion: { description: 'Whether the model may embellish the prompt.', examples: [false] },
  },
});

const deployment = optional(text('must be the id of a deployment such as `8f0e2c5a-0000-4000-8000-0123456789ab`'), {
  description:
    'Id of a Serverless (ComfyUI or LoRA) deployment to send to instead of a model. May contain placeholders.',
});

const workflow = optional(text('must be a path relative to the manifest'), {
  description:
    "File of a ComfyUI graph in API format, relative to the manifest, sent instead of the deployment's saved one. May contain placeholders.",
});

const overrides = optional(jsonMapping('must be a mapping of `node.input` to values, such as `{ KSampler.seed: 7 }`'), {
  description:
    "Values for inputs of the graph's nodes, by `node.input`: a node's id or its unique title. May contain placeholders, also {prompt}.",
});

const aFile = text('must be a path relative to the manifest');
const files = optional(
  z.record(
    z.string(),
    z.union([aFile, z.array(aFile).check(z.minLength(1))], {
      error: 'must be a path relative to the manifest, or a list of them',
    }),
    { error: 'must be a mapping of parameter names to files, such as `{ image_url: art/sketch.png }`' },
  ),
  {
    description: 'Local files as model input: parameter name to a path relative to the manifest, or a list of paths.',
  },
);

const imageKeys = z.strictObject(
  {
    id: text('must be text such as `hero` or `icons/{theme}`').check(
      z.meta({ description: 'Unique. Letters, digits and . _ - /. May contain placeholders.' }),
    ),
    prompt: optional(text('must be text that is not empty'), { description: 'The prompt. May contain placeholders.' }),
    'prompt-file': optional(text('must be a path relative to the manifest'), {
      description: 'A UTF-8 text file that holds the prompt, relative to the manifest. No placeholders inside.',
    }),
    model,
    deployment,
    workflow,
    overrides,
    parameters,
    files,
    matrix: optional(
      z.record(
        z.string(),
        z
          .array(z.custom<JsonValue>().check(z.meta({})), { error: 'must be a list of values' })
          .check(z.minLength(1, 'must have at least one value')),
        { error: 'must be a mapping of variables to lists of values, such as `{ theme: [light, dark] }`' },
      ),
      { description: 'Variables for placeholders: one image for every combination of their values.' },
    ),
    output: optional(text('must be a file below the workspace, such as `assets/hero.png`'), {
      description: 'A file below the workspace, with a media suffix. May contain placeholders, also {index}.',
    }),
  },
  missingOr('must be an image: a mapping with `id` and `prompt`'),
);
const image = imageKeys.check(
  z.meta({ not: { anyOf: [{ required: ['prompt', 'prompt-file'] }, { required: ['model', 'deployment'] }] } }),
);

const settings = z.strictObject(
  { model, deployment, workflow, overrides, parameters, files },
  { error: 'must be a mapping with `model`, `deployment`, `workflow`, `overrides`, `parameters`, `files`' },
);
const defaults = optional(settings, {
  description: "Values for every image. An image's own values override them, key by key.",
});

/** The manifest without the content of its images, so that one bad image does not hide the problems of others. */
export const envelopeSchema = z.strictObject(
  {
    $schema: optional(z.string({ error: 'must be the address of a JSON Schema' }), { description: 'For editors.' }),
    version: z.literal(1, missingOr('must be 1')).check(z.meta({ description: 'Version of this format.' })),
    defaults,
    images: z.array(z.unknown(), missingOr('must be a list of images')),
  },
  { error: 'must be a mapping with `version: 1` and `images`' },
);

export const imageSchema = image;
/** For the readable keys of a broken image. */
export const partialImageSchema = z.partial(imageKeys);
export const defaultsSchema = defaults;

export type Defaults = z.output<typeof defaults>;
export type ImageEntry = z.output<typeof image>;

/** The allowed keys of each mapping. */
export const KNOWN_KEYS = {
  manifest: Object.keys(envelopeSchema.shape),
  defaults: Object.keys(settings.shape),
  image: Object.keys(image.shape),
} as const;

/** The published JSON Schema, for completion and checks in editors. */
export function manifestJsonSchema(): object {
  const images = z.array(image).check(z.meta({ description: 'The images, in any order.' }));
  const whole = z.extend(envelopeSchema, { images });
  return {
    ...z.toJSONSchema(whole, { target: 'draft-7', io: 'input', unrepresentable: 'any' }),
    title: 'Images as code: a manifest of the RunComfy action',
  };
}
