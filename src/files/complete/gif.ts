// GIF89a: a header, then images and extensions, both with small blocks up to an empty one, then the trailer.
import type { Reader } from '../reader.ts';

const [TRAILER, EXTENSION, IMAGE] = [0x3b, 0x21, 0x2c];

export async function isGifComplete(reader: Reader): Promise<boolean> {
  const head = await reader.window(0);
  for (let at = 13 + colours(head[10]); ; ) {
    const bytes = await reader.window(at);
    const [first] = bytes;
    if (first === undefined) return false;
    // Extra empty blocks, which some encoders write.
    if (first === 0) at += zeros(bytes);
    else if (first === EXTENSION) at = await afterBlocks(reader, at + 2);
    else if (first === IMAGE) at = await afterBlocks(reader, at + 11 + colours(bytes[9]));
    else return first === TRAILER;
  }
}

async function afterBlocks(reader: Reader, from: number): Promise<number> {
  for (let at = from; ; ) {
    const bytes = await reader.window(at);
    let seen = 0;
    for (let length = bytes[0]; length !== undefined; length = bytes[seen]) {
      seen += 1 + length;
      if (length === 0) return at + seen;
    }
    if (bytes.length === 0) return at;
    at += seen;
  }
}

function zeros(bytes: Buffer): number {
  const end = bytes.findIndex((byte) => byte !== 0);
  return end === -1 ? bytes.length : end;
}

/** Bytes of the colour table, by the flags of the header or the image. */
function colours(flags = 0): number {
  return (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1);
}
