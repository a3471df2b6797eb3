// Files inside the result itself: data URIs and base64.
import { ActionError } from '../lib/errors.ts';
import { size } from '../lib/figures.ts';
import { formatOfHead } from './formats.ts';

/** RFC 2397, up to the comma. */
const DATA_URI = /^data:(?<type>[\w.+-]+\/[\w.+-]+)?(?:;[\w-]+=[^;,]*)*(?<base64>;base64)?,/i;

/** Whether a text begins like a data URI. */
export function isDataUri(text: string): boolean {
  return DATA_URI.test(text.slice(0, 1_000));
}

/** The bytes of a data URI. Throws ActionError if there are more than `maxBytes`. */
export function bytesOfDataUri(uri: string, maxBytes: number): Buffer {
  const [head = ''] = DATA_URI.exec(uri.slice(0, 1_000)) ?? [];
  const isBase64 = /;base64,$/i.test(head);
  const content = uri.slice(head.length);
  if (content.length * (isBase64 ? 0.75 : 1) > maxBytes * (content.includes('%') ? 3 : 1) + 3) throw tooLarge(maxBytes);
  const plain = content.includes('%') ? unescaped(content) : Buffer.from(content);
  const bytes = isBase64 ? Buffer.from(plain.toString('latin1'), 'base64') : plain;
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

/** An invented URL with the suffix of the data URI's media type. */
export function addressOfDataUri(uri: string): string {
  const type = DATA_URI.exec(uri.slice(0, 1_000))?.groups?.type?.toLowerCase() ?? 'text/plain';
  const subtype = type.split('/')[1]?.replace(/^x-/, '').replace(/\+.*$/, '') ?? '';
  return `data:/file.${subtype === 'plain' ? 'txt' : subtype}`;
}

/** The bytes, if the text is base64 of a known format; otherwise null. Throws ActionError if there are more than `maxBytes`. */
export function bytesOfBase64(text: string, maxBytes: number): Buffer | null {
  const head = Buffer.from(text.slice(0, 8_000), 'base64').subarray(0, 4_096);
  if (formatOfHead(head, Math.floor(text.length * 0.75)) === null) return null;
  const bytes = Buffer.from(text, 'base64');
  // Node ignores characters that are not base64. Line ends are at most a fortieth of it.
  if (bytes.length < text.length * 0.7) return null;
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  return bytes;
}

/** Decodes each `%41` to its byte. */
function unescaped(text: string): Buffer {
  const escaped = Buffer.from(text);
  const bytes = Buffer.alloc(escaped.length);
  let length = 0;
  for (let n = 0; n < escaped.length; n++) {
    const code = escaped[n] === 0x25 ? escaped.toString('latin1', n + 1, n + 3) : '';
    const isCode = /^[0-9a-f]{2}$/i.test(code);
    bytes[length++] = isCode ? Number.parseInt(code, 16) : (escaped[n] ?? 0);
    if (isCode) n += 2;
  }
  return bytes.subarray(0, length);
}

function tooLarge(maxBytes: number): ActionError {
  return new ActionError('download-failed', `A file in the result itself is larger than ${size(maxBytes)}.`, {
    advice: 'Raise `max-download-size` to accept it.',
  });
}
