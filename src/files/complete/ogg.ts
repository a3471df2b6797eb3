// Ogg (RFC 3533): pages, each with the lengths of its parts. Only the last pages are read.
import { bytesAt, type Reader } from '../reader.ts';

const PAGE = Buffer.from('OggS');
/** The flag of a stream's last page. */
const LAST = 4;
/** The longest page: a header, 255 lengths, 255 parts of 255 bytes. */
const MAX_PAGE = 27 + 255 + 255 * 255;

/** A stream without an end mark was written live. It counts as complete if it is not empty. */
export async function isOggComplete(reader: Reader): Promise<boolean> {
  const tailStart = Math.max(0, reader.size - MAX_PAGE);
  const tail = await bytesAt(reader, tailStart, MAX_PAGE);
  // Bytes appended after the last page contain no page.
  const at = tail.lastIndexOf(PAGE);
  if (at === -1) return true;
  const parts = tail[at + 26];
  if (parts === undefined || at + 27 + parts > tail.length) return false;
  let end = at + 27 + parts;
  for (const length of tail.subarray(at + 27, end)) end += length;
  if (end > tail.length) return false;
  const isHead = tail.readBigUInt64LE(at + 6) === 0n && ((tail[at + 5] ?? 0) & LAST) === 0;
  if (isHead) return false;
  const rest = tail.subarray(end);
  return rest.length === 0 || !PAGE.subarray(0, rest.length).equals(rest);
}
