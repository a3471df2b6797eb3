// Binary glTF 2.0 (4.4): a header with the length of the file.
import { bytesAt, type Reader } from '../reader.ts';

export async function isGlbComplete(reader: Reader): Promise<boolean> {
  const head = await bytesAt(reader, 0, 12);
  return head.length === 12 && head.readUInt32LE(8) <= reader.size;
}
