// The inputs of models that are known without the catalogue.
import { DEFAULT_MODEL } from '../inputs/order.ts';
import type { Json } from '../lib/json.ts';
import { DEFAULT_MODEL_SCHEMA } from '../runcomfy/default-model.ts';

export function schemaWithoutCall(model: string): Json | null {
  return model === DEFAULT_MODEL ? DEFAULT_MODEL_SCHEMA : null;
}
