// Writes the JSON Schema of manifests for editors, which is committed, from the definition that parses manifests.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { manifestJsonSchema } from '../src/manifest/schema.ts';

const file = path.resolve(import.meta.dirname, '../schema/images.schema.json');
await mkdir(path.dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(manifestJsonSchema(), null, 2)}\n`);
