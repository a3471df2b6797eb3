// JPEG (ISO/IEC 10918-1, B.1 and B.2): segments with lengths, so that the end of a thumbnail is not mistaken for the end of the picture,
// and compressed data, in which FF is followed by 00 or a restart marker. Like viewers, this skips other bytes between segments.
import type { Reader } from '../reader.ts';

export interface Segment {
  readonly marker: number;
  /** Where its content begins. */
  readonly start: number;
  readonly length: number;
}

const EOI = 0xd9;

/** Visits the segments with a length, and then `EOI` if the picture has an end, until `visit` has seen enough. */
export async function eachSegment(reader: Reader, visit: (segment: Segment) => boolean): Promise<void> {
  for (let at = 0; ; ) {
    let head = await reader.window(at);
    if (!isMarker(head)) {
      at = await nextMarker(reader, at);
      head = await reader.window(at);
    }
    const marker = head[1];
    if (marker === undefined) return;
    if (marker === EOI) {
      visit({ marker, start: at + 2, length: 0 });
      return;
    }
    if (head.length < 4) return;
    const length = head.readUInt16BE(2);
    if (visit({ marker, start: at + 4, length: Math.max(0, length - 2) })) return;
    at += 2 + length;
  }
}

/** Excludes what is inside compressed data, and markers without a length. */
function isMarker(bytes: Buffer, at = 0): boolean {
  const next = bytes[at + 1];
  return bytes[at] === 0xff && next !== undefined && next !== 0xff && next > 0x01 && !(next >= 0xd0 && next <= 0xd8);
}

/** The next FF that begins a segment or ends the picture; the end of the file if there is none. */
async function nextMarker(reader: Reader, from: number): Promise<number> {
  for (let at = from; at < reader.size; ) {
    const bytes = await reader.window(at);
    let seen = 0;
    for (;;) {
      const found = bytes.indexOf(0xff, seen);
      if (found === -1) seen = bytes.length;
      const next = bytes[found + 1];
      if (found === -1 || next === undefined) break;
      if (isMarker(bytes, found)) return at + found;
      seen = found + (next === 0xff ? 1 : 2);
    }
    // An FF at the end of a window is read again, with the next byte.
    at += seen === bytes.length ? seen : Math.max(1, bytes.length - 1);
  }
  return reader.size;
}

export async function isJpegComplete(reader: Reader): Promise<boolean> {
  let isComplete = false;
  await eachSegment(reader, ({ marker }) => {
    isComplete = marker === EOI;
    return false;
  });
  return isComplete;
}
