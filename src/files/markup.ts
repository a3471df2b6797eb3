// What a text file is: an SVG, a page, or data. The first element distinguishes pages from pictures, as in browsers.
import { bytesAt, find, type Reader } from './reader.ts';

/** The first element can be this far: Adobe Illustrator writes many declarations before it. */
const MAX_PROLOG = 1024 * 1024;
const DATA_BYTES = 64 * 1024;

/** A text of any encoding with one byte per character. Characters without such a byte become `?`. */
export async function asText(reader: Reader): Promise<Reader> {
  const [first, second] = await bytesAt(reader, 0, 2);
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  if (!isLittle && !isBig) return reader;
  return {
    size: Math.floor(reader.size / 2),
    async window(at, least = 16) {
      const bytes = await reader.window(at * 2, least * 2);
      const narrow = Buffer.alloc(Math.floor(bytes.length / 2));
      for (let n = 0; n < narrow.length; n++) {
        const [low, high] = isLittle ? [bytes[2 * n], bytes[2 * n + 1]] : [bytes[2 * n + 1], bytes[2 * n]];
        narrow[n] = high === 0 ? (low ?? 0) : 0x3f;
      }
      return narrow;
    },
  };
}

export interface Markup {
  /** The first element without its prefix, such as `svg`, as written; null if there is none. */
  readonly root: string | null;
  /** Its whole tag, cut if it is too long. */
  readonly tag: string;
  readonly isPage: boolean;
}

/** What browsers treat as a page (WHATWG MIME Sniffing, 7.1). */
const PAGE_ELEMENTS = new Set(
  'html head body script iframe h1 div font table a style title b br p meta link center form'.split(' '),
);

/** null if the file does not begin with a tag, comment or declaration. */
export async function markupOf(file: Reader): Promise<Markup | null> {
  const reader = await asText(file);
  const begin = (await bytesAt(reader, 0, 512)).toString('latin1').replace(/^(ï»¿|\?)/, '');
  if (!/^\s*<[a-z!?]/i.test(begin)) return null;
  const prolog = (await bytesAt(reader, 0, Math.min(reader.size, MAX_PROLOG))).toString('latin1');
  const { at, doctype } = afterProlog(prolog);
  const tag = /^<(?:"[^"]*"|'[^']*'|[^"'>])*>?/.exec(prolog.slice(at, at + DATA_BYTES))?.[0] ?? '';
  const root = /^<(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] ?? null;
  const name = root?.toLowerCase() ?? '';
  const isPage = doctype === 'html' || PAGE_ELEMENTS.has(name);
  return { root, tag, isPage };
}

/** The position of the first element. */
function afterProlog(text: string): { readonly at: number; readonly doctype: string | null } {
  let doctype: string | null = null;
  for (let at = text.indexOf('<'); ; ) {
    while (/\s/.test(text.charAt(at))) at += 1;
    let end: number;
    // In a page, these are complete comments; in XML, they are the beginning of one.
    if (/^<!--(>|->)/.test(text.slice(at, at + 6))) return { at: text.length, doctype: 'html' };
    if (text.startsWith('<!--', at)) end = after(text, '-->', at + 4);
    else if (text.startsWith('<?', at)) end = after(text, '?>', at + 2);
    else if (/^<!doctype/i.test(text.slice(at, at + 9))) {
      doctype = /^\s+([\w.:-]+)/.exec(text.slice(at + 9, at + 200))?.[1]?.toLowerCase() ?? doctype;
      end = afterDoctype(text, at);
    } else return { at, doctype };
    at = end;
  }
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

/** Its declarations are in `[ ]`, and can contain tags, comments and quotes. */
function afterDoctype(text: string, from: number): number {
  const parts = /"[^"]*"|'[^']*'|<!--[\s\S]*?-->|[[\]>]/g;
  parts.lastIndex = from;
  let inside = false;
  for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
    if (part[0] === '[') inside = true;
    if (part[0] === ']') inside = false;
    if (part[0] === '>' && !inside) return parts.lastIndex;
  }
  return text.length;
}

/** Whether it is JSON, as far as can be seen without loading it. */
export async function isJson(reader: Reader): Promise<boolean> {
  const text = (await bytesAt(reader, 0, DATA_BYTES)).toString('utf8').replace(/^\uFEFF/, '');
  if (!/^\s*[[{]/.test(text)) return false;
  if (reader.size > DATA_BYTES) return /^\s*(\{\s*["}]|\[\s*(["{[\]\d-]|true|false|null))/.test(text);
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const [ASSET, SCENES] = [Buffer.from('"asset"'), Buffer.from('"scenes"')];

/** glTF 2.0, 5.17: every file has an `asset`. */
export async function isGltf(reader: Reader, isNamedSo: boolean): Promise<boolean> {
  return (await find(reader, ASSET, 0)) !== -1 && (isNamedSo || (await find(reader, SCENES, 0)) !== -1);
}
