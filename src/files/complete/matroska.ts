// Matroska and WebM (RFC 8794): elements with an id, a length and content. In live files, the lengths of large elements are unknown.
import type { Reader } from '../reader.ts';

const [SEGMENT, CLUSTER] = [0x18538067, 0x1f43b675];
const LIVE: ReadonlySet<number> = new Set([SEGMENT, CLUSTER]);
/** Bytes of an id and a length. */
const MAX_HEAD = 12;

export async function isMatroskaComplete(reader: Reader): Promise<boolean> {
  let hasContent = false;
  for (let at = 0; at < reader.size; ) {
    const head = elementIn(await reader.window(at));
    // Not an element: either a live file that was cut here, or bytes appended after the film.
    if (head === null) return at > 0 && reader.size - at >= MAX_HEAD;
    const end = head.length === null ? null : at + head.bytes + head.length;
    if (head.id === SEGMENT && end !== null) return end <= reader.size;
    // An element of unknown length is read part by part.
    if (end === null && !LIVE.has(head.id)) return true;
    if (end !== null && end > reader.size) return !KNOWN.has(head.id);
    if (head.id === CLUSTER) hasContent = true;
    at = end ?? at + head.bytes;
  }
  return hasContent;
}

/** Elements at the top level, in a segment and in a cluster. */
const KNOWN: ReadonlySet<number> = new Set([
  ...[0x1a45dfa3, SEGMENT, CLUSTER, 0x114d9b74, 0x1549a966, 0x1654ae6b, 0x1c53bb6b, 0x1941a469, 0x1043a770, 0x1254c367],
  ...[0xec, 0xbf, 0xe7, 0xa7, 0xab, 0xa3, 0xa0, 0x5854],
]);

interface Element {
  readonly id: number;
  /** Of its header. */
  readonly bytes: number;
  /** Of its content; null if not known. */
  readonly length: number | null;
}

function elementIn(bytes: Buffer): Element | null {
  const idWidth = widthOf(bytes[0], 4);
  const lengthWidth = widthOf(bytes[idWidth], 8);
  if (idWidth === 0 || lengthWidth === 0 || bytes.length < idWidth + lengthWidth) return null;
  const id = bytes.readUIntBE(0, idWidth);
  let length = (bytes[idWidth] ?? 0) % 2 ** (8 - lengthWidth);
  let unknown = length === 2 ** (8 - lengthWidth) - 1;
  for (let n = 1; n < lengthWidth; n++) {
    const byte = bytes[idWidth + n] ?? 0;
    length = length * 256 + byte;
    unknown &&= byte === 255;
  }
  return { id, bytes: idWidth + lengthWidth, length: unknown ? null : length };
}

/** The leading zeros of the first byte give the number of bytes that follow; 0 if no number begins here. */
function widthOf(first: number | undefined, max: number): number {
  const width = first === undefined ? 0 : Math.clz32(first) - 23;
  return width <= max ? width : 0;
}
