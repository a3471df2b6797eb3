// ZIP (APPNOTE 4.3): the directory is at the end, followed by a record with its position. USDZ and office files are ZIPs too.
import { bytesAt, type Reader } from '../reader.ts';

const RECORD_BYTES = 22;
/** The record, and the longest comment after it. */
const TAIL_BYTES = RECORD_BYTES + 65_535;
const RECORD = Buffer.from('PK\x05\x06');
const ENTRY = Buffer.from('PK\x01\x02');
const LONG_PLACE = Buffer.from('PK\x06\x07');

export async function isZipComplete(reader: Reader): Promise<boolean> {
  const tailStart = Math.max(0, reader.size - TAIL_BYTES);
  const tail = await bytesAt(reader, tailStart, TAIL_BYTES);
  for (let at = tail.lastIndexOf(RECORD); at !== -1; at = at === 0 ? -1 : tail.lastIndexOf(RECORD, at - 1)) {
    if (await endsAt(reader, tailStart + at)) return true;
  }
  return false;
}

/** Whether this is the end of this file, and not of a file that is stored in it. */
async function endsAt(reader: Reader, record: number): Promise<boolean> {
  const bytes = await bytesAt(reader, record, RECORD_BYTES);
  if (bytes.length < RECORD_BYTES || record + RECORD_BYTES + bytes.readUInt16LE(20) > reader.size) return false;
  const [entries, length, start] = [bytes.readUInt16LE(10), bytes.readUInt32LE(12), bytes.readUInt32LE(16)];
  const isLong = entries === 0xffff || length === 0xffff_ffff || start === 0xffff_ffff;
  if (isLong && (await bytesAt(reader, record - 20, 4)).equals(LONG_PLACE)) return true;
  return entries === 0 ? start + length === record : (await bytesAt(reader, start, 4)).equals(ENTRY);
}
