// The models of the simulated RunComfy, with ids and inputs from its API reference: one for each kind of difference.
import { SEPTEMBER } from './september.ts';

export interface Model {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly category: string;
  readonly media: 'image' | 'video' | 'audio';
  /** Similar to JSON Schema, as in the catalog (a `float` type, free descriptions). Not for a validator. */
  readonly inputSchema: {
    readonly type: 'object';
    readonly required: readonly string[];
    readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
}

const prompt = { title: 'Prompt', type: 'string' };

/** RunComfy docs, the API page of each model. The first is the default of this project, with its schema in full. */
const known: readonly Model[] = [
  {
    id: 'blackforestlabs/flux-2/flex/text-to-image',
    name: 'FLUX.2 Flex',
    description: 'Text to image with adjustable steps and guidance.',
    category: 'text-to-image',
    media: 'image',
    inputSchema: {
      type: 'object',
      required: ['prompt'],
      properties: {
        prompt,
        image_size: {
          title: 'Image Size',
          description:
            'The size of the generated image. For custom image sizes, you can pass an object with width and height.',
          type: 'string',
          enum: ['square_hd', 'square', 'portrait_4_3', 'portrait_16_9', 'landscape_4_3', 'landscape_16_9'],
          default: 'landscape_4_3',
        },
        enable_prompt_expansion: {
          title: 'Magic Prompt',
          description: "Whether to expand the prompt using the model's own knowledge.",
          type: 'boolean',
          default: true,
        },
        seed: { title: 'Seed', type: 'integer', default: 0 },
        output_format: { title: 'Output Format', type: 'string', enum: ['jpeg', 'png'], default: 'jpeg' },
        guidance_scale: { title: 'Guidance Scale', type: 'float', minimum: 1.5, maximum: 10, default: 3.5 },
        num_inference_steps: {
          title: 'Number of Inference Steps',
          type: 'integer',
          minimum: 2,
          maximum: 50,
          default: 28,
        },
      },
    },
  },
  {
    id: 'blackforestlabs/flux-2/flash/text-to-image',
    name: 'FLUX.2 Flash',
    description: 'Text to image in few steps; PNG unless told otherwise, no seed unless given.',
    category: 'text-to-image',
    media: 'image',
    inputSchema: {
      type: 'object',
      required: ['prompt'],
      properties: {
        prompt,
        seed: { title: 'Seed', type: 'integer', default: null },
        output_format: { title: 'Output Format', type: 'string', enum: ['jpeg', 'png', 'webp'], default: 'png' },
        guidance_scale: { title: 'Guidance Scale', type: 'float', minimum: 0, maximum: 20, default: 2.5 },
      },
    },
  },
  {
    id: 'blackforestlabs/flux-1-kontext/pro/edit',
    name: 'FLUX.1 Kontext Pro',
    description: 'Edits one image by a prompt.',
    category: 'image-to-image',
    media: 'image',
    inputSchema: {
      type: 'object',
      required: ['prompt', 'image_url'],
      properties: {
        prompt,
        image_url: { title: 'Image', type: 'string', format: 'image_uri' },
        seed: { title: 'Seed', type: 'integer', default: 0 },
        aspect_ratio: { title: 'Aspect Ratio', type: 'string', default: '16:9' },
      },
    },
  },
  {
    id: 'google/nano-banana-2/text-to-image',
    name: 'Nano Banana 2',
    description: 'Text to up to four images in one request.',
    category: 'text-to-image',
    media: 'image',
    inputSchema: {
      type: 'object',
      required: ['prompt'],
      properties: {
        prompt,
        num_images: { title: 'Number of Images', type: 'integer', minimum: 1, maximum: 4, default: 1 },
        aspect_ratio: { title: 'Aspect Ratio', type: 'string', default: 'auto' },
        resolution: { title: 'Resolution', type: 'string', enum: ['0.5K', '1K', '2K', '4K'], default: '1K' },
        output_format: { title: 'Output Format', type: 'string', enum: ['jpeg', 'png', 'webp'], default: 'png' },
      },
    },
  },
  {
    id: 'google/nano-banana-2/edit',
    name: 'Nano Banana 2 Edit',
    description: 'Edits or combines up to twenty images by a prompt.',
    category: 'image-to-image',
    media: 'image',
    inputSchema: {
      type: 'object',
      required: ['prompt', 'image_urls'],
      properties: {
        prompt,
        image_urls: { title: 'Images', type: 'array', format: 'image_uris' },
        num_images: { title: 'Number of Images', type: 'integer', minimum: 1, maximum: 4, default: 1 },
        output_format: { title: 'Output Format', type: 'string', enum: ['jpeg', 'png', 'webp'], default: 'png' },
      },
    },
  },
  {
    id: 'wan-ai/wan-2.7/text-to-video',
    name: 'Wan 2.7',
    description: 'Text to video.',
    category: 'text-to-video',
    media: 'video',
    inputSchema: {
      type: 'object',
      required: ['prompt'],
      properties: {
        prompt,
        duration: { title: 'Duration', type: 'integer', enum: [5, 10], default: 5 },
        seed: { title: 'Seed', type: 'integer', default: -1 },
      },
    },
  },
  {
    id: 'wan-ai/wan-2.7/image-to-video',
    name: 'Wan 2.7 Image to Video',
    description: 'Moves a still image.',
    category: 'image-to-video',
    media: 'video',
    inputSchema: {
      type: 'object',
      required: ['prompt', 'image_url'],
      properties: {
        prompt,
        image_url: {
          title: 'Image',
          type: 'string',
          format: 'image_uri',
          validations: [{ validation_rule: 'file_size_mb<', validation_value: 10 }],
        },
        audio_url: { title: 'Audio', type: 'string', format: 'audio_uri' },
        resolution: { title: 'Resolution', type: 'string', enum: ['720P', '1080P'], default: '720P' },
        duration: { title: 'Duration', type: 'integer', minimum: 2, maximum: 15, default: 5 },
        seed: { title: 'Seed', type: 'integer', minimum: 0, maximum: 2_147_483_647, default: 0 },
      },
    },
  },
  {
    id: 'kling/kling-3.0/pro/image-to-video',
    name: 'Kling 3.0 Pro',
    description: 'Image to video with elements that keep their looks.',
    category: 'image-to-video',
    media: 'video',
    inputSchema: {
      type: 'object',
      required: ['prompt', 'start_image_url'],
      properties: {
        prompt,
        start_image_url: { title: 'Start Image', type: 'string', format: 'image_uri' },
        elements: {
          title: 'Elements',
          type: 'array',
          maxItems: 3,
          items: {
            type: 'object',
            properties: {
              frontal_image_url: { type: 'string', format: 'image_uri' },
              reference_image_urls: { type: 'array', format: 'image_uris' },
            },
          },
        },
        generate_audio: { title: 'Audio', type: 'boolean', default: false },
        duration: { title: 'Duration', type: 'integer', minimum: 3, maximum: 15, default: 5 },
      },
    },
  },
  {
    id: 'acestep-ai/ace-step/text-to-audio',
    name: 'ACE-Step',
    description: 'Tags and lyrics to music.',
    category: 'text-to-audio',
    media: 'audio',
    inputSchema: {
      type: 'object',
      required: ['tags'],
      properties: {
        tags: { title: 'Tags', type: 'string' },
        lyrics: { title: 'Lyrics', type: 'string', default: '' },
        duration: { title: 'Duration', type: 'integer', default: 5 },
        seed: { title: 'Seed', type: 'integer', default: -1 },
      },
    },
  },
];

/** All models. Those that are described in full above are not taken from the condensed catalogue again. */
const models: readonly Model[] = [
  ...known,
  ...SEPTEMBER.filter(({ id }) => !known.some((model) => model.id === id)).map(
    ({ id, media, required, properties }): Model => ({
      id,
      name: id,
      description: '',
      category: `to-${media}`,
      media,
      inputSchema: { type: 'object', required, properties },
    }),
  ),
];

/** The model of that id, exactly as written, or undefined. */
export function findModel(id: string): Model | undefined {
  return models.find((model) => model.id === id);
}

/** The models that a catalog query asks for: `search`, `category`, `kind` (all of these are of the kind `model`). */
export function findModels(query: URLSearchParams): readonly Model[] {
  const search = (query.get('search') ?? '').toLowerCase();
  const category = query.get('category');
  if ((query.get('kind') ?? 'model') !== 'model') return [];
  return models.filter(
    (model) =>
      `${model.id} ${model.name} ${model.description}`.toLowerCase().includes(search) &&
      (category === null || model.category === category),
  );
}

/** One entry of the catalog (RunComfy docs, model-catalog-endpoints). `price` in USD; null if it has none. */
export function catalogEntry(
  model: Model,
  price: number | null,
  withSchema: boolean,
): Readonly<Record<string, unknown>> {
  const prices = {
    base_price_usd: price,
    price_unit: priceUnit(model),
    pricing_note: `Billed per ${priceUnit(model)}. Higher resolutions and audio cost more.`,
  };
  return {
    model_id: model.id,
    display_name: model.name,
    description: model.description,
    categories: [model.category],
    kind: 'model',
    inputs: Object.keys(model.inputSchema.properties),
    required_inputs: model.inputSchema.required,
    ...(price === null ? {} : prices),
    model_url: `https://www.runcomfy.com/models/${model.id}`,
    ...(withSchema ? { input_schema: model.inputSchema } : {}),
  };
}

function priceUnit(model: Model): 'output' | 'second' {
  return model.media === 'image' ? 'output' : 'second';
}

/** The cost of a request, in units of the model's price. Tiers raise it. */
export function pricedUnits(model: Model, body: Readonly<Record<string, unknown>>): number {
  const { properties } = model.inputSchema;
  const tier = String(body.resolution ?? properties.resolution?.default ?? '').toLowerCase();
  const raised = (TIERS[tier] ?? 1) * (body.generate_audio === true ? 1.25 : 1);
  if (priceUnit(model) === 'output') return imageCount(body) * raised;
  const seconds = Number(body.duration ?? properties.duration?.default);
  return (seconds > 0 ? seconds : 5) * raised;
}

const TIERS: Readonly<Record<string, number>> = { '2k': 2, '4k': 4, '1080p': 2, '1440p': 3, '2160p': 4 };

/** The categories of models. */
export function categories(): readonly string[] {
  return [...new Set(models.map(({ category }) => category))];
}

/** How many images a request asks for. */
export function imageCount(body: Readonly<Record<string, unknown>>): number {
  return typeof body.num_images === 'number' ? body.num_images : 1;
}
