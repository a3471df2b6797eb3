// Finds the files in the `output` of a result, whatever its shape: URLs, data URIs, base64.
import { type Json, type JsonObject, jsonObject, membersBackwards } from '../lib/json.ts';
import { isDataUri } from './embedded.ts';
import { isFlag, isSeed, seedIn } from './told.ts';

/** One part of an output that is a file, or should be one. */
export interface OutputPart {
  /**
   * `web`: an http(s) URL. `data`: a data URI. `base64`: text that can be the base64 of a file. `elsewhere`: a URL or a path
   * that cannot be read from outside.
   */
  readonly from: 'web' | 'data' | 'base64' | 'elsewhere';
  readonly text: string;
  /** Name of the member that it is in, such as `images` for `{images: [{url}]}`; empty if there is none. */
  readonly member: string;
  /** Its seed in the output. */
  readonly seed: number | null;
}

/** In document order, each text once. Texts that were `sent` are repeated inputs, unless there is nothing else. */
export function outputParts(output: unknown, sent: JsonObject): readonly OutputPart[] {
  const parts = partsIn(output);
  const reachable = new Set(
    parts.flatMap(({ from, text }) => (from === 'web' ? [lastSegment(text)] : [])).filter((name) => name !== ''),
  );
  // The server's own name for a file that also has a URL.
  const told = parts.filter(({ from, text }) => from !== 'elsewhere' || !reachable.has(lastSegment(text)));
  const inputs = new Set(partsIn(sent).map(({ text }) => text));
  const made = told.filter(({ text }) => !inputs.has(text));
  return made.some(({ from }) => from !== 'base64') ? made : told;
}

/** Whether an output has nothing useful: no file, no text and no value, except flags, seeds, timings and what was sent. */
export function isEmptyOutput(output: unknown, sent: JsonObject): boolean {
  const pending: unknown[] = [output];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'object' && value !== null) {
      const object = jsonObject(value);
      // A file object without a file.
      if (object !== null && ('url' in object || 'uri' in object) && isBlank(object.url ?? object.uri)) continue;
      for (const [name, member] of membersBackwards(value)) {
        const isAside = object !== null && (isFlag(name) || isSeed(name) || /^(timings?|metrics)$/i.test(name));
        const isEcho = object !== null && typeof member !== 'object' && sent[name] === member;
        if (!isAside && !isEcho) pending.push(member);
      }
    } else if (!isBlank(value)) return false;
  }
  return true;
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

interface Pending {
  readonly value: unknown;
  readonly member: string;
  readonly seed: number | null;
}

function partsIn(root: unknown): readonly OutputPart[] {
  const parts = new Map<string, OutputPart>();
  const pending: Pending[] = [{ value: root, member: '', seed: null }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, member, seed } = next;
    if (typeof value === 'string') {
      const inner = innerJson(value);
      if (inner !== null) pending.push({ value: inner, member, seed });
      for (const text of linesOf(value)) {
        const from = kindOf(text);
        if (from !== null && !parts.has(text)) parts.set(text, { from, text, member, seed });
      }
    } else if (typeof value === 'object' && value !== null) {
      const object = jsonObject(value);
      const own = object === null ? null : seedIn(object.seed);
      const members = object !== null && isFileObject(object) ? withoutOtherNames(object) : value;
      for (const [name, held] of membersBackwards(members)) {
        if (typeof held !== 'string' && typeof held !== 'object') continue;
        const named = object !== null && !(member !== '' && /^(url|uri|href|src)$/i.test(name));
        pending.push({ value: held, member: named ? name : member, seed: own ?? seed });
      }
    }
  }
  return [...parts.values()];
}

/** The value of a text that is JSON itself, which some models return. */
function innerJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text) || text.length > LONGEST_JSON) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const LONGEST_JSON = 1024 * 1024;

/** Longer texts are not URLs or lists of URLs. */
const LONGEST_ADDRESS = 16_384;

/** Splits a text with one URL per line. */
function linesOf(value: string): readonly string[] {
  const text = value.trim();
  if (text.length > LONGEST_ADDRESS || !text.includes('\n')) return [text];
  const lines = text.split('\n').map((line) => line.trim());
  return lines.every((line) => kindOf(line) === 'web') ? lines : [text];
}

const SUFFIX = /\.[a-z0-9]{2,5}$/i;

/** Shorter ones are ids and tokens. */
const SHORTEST_BASE64 = 100;

function kindOf(text: string): OutputPart['from'] | null {
  // A sentence can begin with a URL.
  if (/^https?:\/\//i.test(text) && (!/\s/.test(text) || SUFFIX.test(text))) return 'web';
  if (isDataUri(text)) return 'data';
  if (text.length >= SHORTEST_BASE64 && /^[A-Za-z0-9+/_\-\r\n]+={0,2}$/.test(text.slice(0, 1_000))) return 'base64';
  if (text.length > LONGEST_ADDRESS || text.includes('\n')) return null;
  const isAddress =
    /^[a-z][a-z0-9+.-]*:\/\S/i.test(text) || /^(file|blob|cid|data):\S/i.test(text) || /^[a-z]:\\/i.test(text);
  const isPath = /^\/\S+$/.test(text) || (SUFFIX.test(text) && /^(\/|[a-z][a-z0-9+.-]*:\S+$)/i.test(text));
  return isAddress || isPath ? 'elsewhere' : null;
}

/** `{url, filename, ...}`: all its members are about one file. */
function isFileObject(object: Json): boolean {
  return [object.url, object.uri].some((address) => typeof address === 'string' && kindOf(address.trim()) === 'web');
}

function withoutOtherNames(object: Json): Json {
  const kept = Object.entries(object).filter(
    ([, value]) => typeof value !== 'string' || kindOf(value.trim()) !== 'elsewhere',
  );
  return Object.fromEntries(kept);
}

function lastSegment(address: string): string {
  return (address.split(/[?#]/, 1)[0] ?? '').split(/[/\\]/).at(-1) ?? '';
}

const MEDIA_SUFFIX =
  /\.(png|apng|jpe?g|gif|webp|avif|hei[cf]|svgz?|svg\+xml|bmp|tiff?|ico|icns|jxl|jp2|psd|exr|hdr|dds|qoi|tga|mp4|m4v|mov|quicktime|webm|mkv|avi|mpe?g|ogv|mp3|wav|wave|flac|og[ga]|opus|m4a|aac|aiff?|caf|w64|rf64|pcm|midi?|glb|gltf|gltf-binary|obj|ply|stl|fbx|dae|3ds|3mf|blend|usd[acz]?|splat|spz|zip|safetensors|bin)$/i;

const SIDE_MEMBER =
  /log|licen[sc]e|terms|policy|docs?$|help|thumb|preview|poster|meta|subtitle|caption|transcript|status|cancel|webhook|callback|report|dashboard|web_?page|homepage/i;

/** Whether a part only accompanies the result: a log, a license, a subtitle, a thumbnail. Decided by its URL and the member that it is in. */
export function isSidePart({ from, text, member }: OutputPart): boolean {
  if (from === 'data' || from === 'base64') return false;
  if (SIDE_MEMBER.test(member)) return true;
  const name = lastSegment(text);
  // Possibly a folder of the server.
  if (!/\.[a-z0-9+-]{1,12}$/i.test(name)) return from === 'elsewhere' && /^\//.test(text);
  return !MEDIA_SUFFIX.test(name);
}

/** Whether its URL, or the member that it is in, says that it is a picture, video, sound or mesh. */
export function isMediaPart({ text, member }: OutputPart): boolean {
  return namesMedia(text) || /image|picture|photo|video|audio|sound|mesh|glb/i.test(member);
}

/** Whether the URL itself says that it is a picture, video, sound or mesh. */
function namesMedia(address: string): boolean {
  const name = lastSegment(address);
  return MEDIA_SUFFIX.test(name) && !/\.bin$/i.test(name);
}
