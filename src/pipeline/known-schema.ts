// What is known of a model's inputs without asking anybody.
import { DEFAULT_MODEL } from '../inputs/order.ts';
import type { Json } from '../lib/json.ts';
import { DEFAULT_MODEL_SCHEMA } from '../runcomfy/default-model.ts';

export function schemaWithoutCall(model: string): Json | null {
  return model === DEFAULT_MODEL ? DEFAULT_MODEL_SCHEMA : null;
}
