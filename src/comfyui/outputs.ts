// What a finished graph made: the files of its nodes in the order of their ids, without previews.

import { compareNodeIds } from '../graphs/overrides.ts';
import { jsonObject } from '../lib/json.ts';

interface MadeFile {
  /** An http(s) address or a data URI. */
  readonly address: string;
  /** A preview, which ComfyUI writes in addition to the results. */
  readonly isTemporary: boolean;
}

/** Results nest a few levels. Anything deeper is not a list of files. */
const MAX_DEPTH = 8;

/** URLs, each once. Previews only if there is nothing else. Empty if the nodes made no file. */
export function filesOfNodes(outputs: unknown): readonly string[] {
  const nodes = Object.entries(jsonObject(outputs) ?? {}).sort(([a], [b]) => compareNodeIds(a, b));
  const files = nodes.flatMap(([, output]) => filesIn(output, false, 0));
  const lasting = files.filter(({ isTemporary }) => !isTemporary);
  return [...new Set((lasting.length > 0 ? lasting : files).map(({ address }) => address))];
}

/** `images`, `gifs`, `videos`, `audio`, `3d`, and any name that a custom node uses: only URLs count, not names. */
function filesIn(value: unknown, isTemporary: boolean, depth: number): readonly MadeFile[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === 'string') return isAddress(value) ? [{ address: value.trim(), isTemporary }] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => filesIn(item, isTemporary, depth + 1));
  const object = jsonObject(value);
  if (object === null) return [];
  const temporary = isTemporary || object.type === 'temp';
  // An entry also has the workflow inside the file, and its path on a machine that no longer exists.
  if (typeof object.url === 'string' && isAddress(object.url))
    return [{ address: object.url.trim(), isTemporary: temporary }];
  return Object.values(object).flatMap((member) => filesIn(member, temporary, depth + 1));
}

function isAddress(text: string): boolean {
  return /^\s*(https?:\/\/\S+|data:[\w.+-]+\/[\w.+-]+[;,]\S*)\s*$/i.test(text);
}

/** Whether there is nothing in it: null, empty text, flags such as `animated`, and lists and mappings that only have these. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || typeof value === 'boolean') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
