// The published JSON Schema is the one that the definition gives.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { manifestJsonSchema } from '../../src/manifest/schema.ts';

test('the committed schema is that of the definition (npm run schema writes it)', () => {
  const committed = readFileSync(path.resolve(import.meta.dirname, '../../schema/images.schema.json'), 'utf8');
  expect(committed).toBe(`${JSON.stringify(manifestJsonSchema(), null, 2)}\n`);
});
