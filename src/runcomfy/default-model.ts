// The inputs of the default model (RunComfy docs, its API page), to check them without the catalogue.
import type { Json } from '../lib/json.ts';

export const DEFAULT_MODEL_SCHEMA: Json = {
  required: ['prompt'],
  properties: {
    prompt: { type: 'string' },
    image_size: {
      description: 'A preset, or an object with width and height.',
      type: 'string',
      enum: ['square_hd', 'square', 'portrait_4_3', 'portrait_16_9', 'landscape_4_3', 'landscape_16_9'],
      default: 'landscape_4_3',
    },
    enable_prompt_expansion: { type: 'boolean', default: true },
    seed: { type: 'integer', default: 0 },
    output_format: { type: 'string', enum: ['jpeg', 'png'], default: 'jpeg' },
    guidance_scale: { type: 'float', minimum: 1.5, maximum: 10, default: 3.5 },
    num_inference_steps: { type: 'integer', minimum: 2, maximum: 50, default: 28 },
  },
};
