// SVG: enough of XML to find the end of the outermost element. Comments, CDATA and attributes can contain anything.
import { asText } from '../markup.ts';
import { find, type Reader } from '../reader.ts';

const [BEGIN = 0, QUOTE, APOSTROPHE, SLASH, END] = Buffer.from(`<"'/>`);

const PASSED_OVER = [
  ['<!--', Buffer.from('-->')],
  ['<![CDATA[', Buffer.from(']]>')],
  ['<?', Buffer.from('?>')],
] as const;

export async function isSvgComplete(file: Reader): Promise<boolean> {
  const reader = await asText(file);
  let root: string | null = null;
  let depth = 0;
  for (let at = 0; ; ) {
    at = await nextTag(reader, at);
    const bytes = await reader.window(at, NAME);
    if (bytes.length === 0) return false;
    const begin = bytes.toString('latin1', 0, NAME);
    const passedOver = PASSED_OVER.find(([mark]) => begin.startsWith(mark));
    if (passedOver !== undefined) {
      const [mark, until] = passedOver;
      const end = await find(reader, until, at + mark.length);
      if (end === -1) return false;
      at = end + until.length;
      continue;
    }
    const tag = await tagAt(reader, at, begin.startsWith('<!'));
    if (tag === null) return false;
    at = tag.end;
    const name = /^<\/?([^\s/>!]+)/.exec(begin)?.[1];
    root ??= name ?? null;
    if (name === undefined || name !== root) continue;
    depth += begin.startsWith('</') ? -1 : tag.isEmpty ? 0 : 1;
    if (depth === 0) return true;
  }
}

/** An `<svg>` with a prefix never has a longer name. */
const NAME = 24;

async function nextTag(reader: Reader, from: number): Promise<number> {
  for (let at = from; at < reader.size; ) {
    const bytes = await reader.window(at);
    const found = bytes.indexOf(BEGIN);
    if (found !== -1) return at + found;
    at += bytes.length;
  }
  return reader.size;
}

interface Tag {
  /** After its `>`. */
  readonly end: number;
  /** `<svg/>`. */
  readonly isEmpty: boolean;
}

/** `mayNest`: a `<!DOCTYPE` can have declarations in `[ ]`. */
async function tagAt(reader: Reader, from: number, mayNest: boolean): Promise<Tag | null> {
  let quote: number | undefined;
  let before: number | undefined;
  let nested = 0;
  for (let at = from + 1; at < reader.size; ) {
    const bytes = await reader.window(at);
    for (let n = 0; n < bytes.length; n++) {
      const byte = bytes[n];
      if (quote !== undefined) {
        if (byte === quote) quote = undefined;
      } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
      else if (mayNest && byte === BEGIN) nested += 1;
      else if (byte === END) {
        if (nested === 0) return { end: at + n + 1, isEmpty: before === SLASH };
        nested -= 1;
      }
      before = byte;
    }
    at += bytes.length;
  }
  return null;
}
