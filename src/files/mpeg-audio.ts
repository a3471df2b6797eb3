// MPEG audio (ISO/IEC 11172-3, 2.4.2.3; 13818-7 for AAC): frames without a file header.
import { afterId3 } from './complete/flac.ts';
import { bytesAt, type Reader } from './reader.ts';

/** kbit/s of layers I, II and III of version 1, and of I, then II and III of version 2. */
const RATES = [
  [32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  [32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const FREQUENCIES = [44_100, 48_000, 32_000] as const;
/** Encoders and taggers can leave this much empty before the first frame. */
const MAX_SILENCE = 64 * 1024;

/** From its tag and frames; null for anything else. */
export async function mpegAudioOf(reader: Reader): Promise<'mp3' | 'aac' | 'flac' | null> {
  const tagged = await afterId3(reader);
  const start = await afterZeros(reader, tagged);
  const head = await bytesAt(reader, start, 8);
  if (head.toString('latin1', 0, 4) === 'fLaC') return tagged > 0 ? 'flac' : null;
  if (tagged > 0) return isAac(head) ? 'aac' : 'mp3';
  const length = isAac(head) ? aacLength(head) : mp3Length(head);
  if (length === null) return null;
  // The header of a frame is so short that other bytes look like it. If anything follows, it must be a second frame.
  const next = await bytesAt(reader, start + length, 8);
  const follows = isAac(head) ? isAac(next) : mp3Length(next) !== null;
  const isEnd = next.length < 8 || ['TAG', 'ID3', 'APE'].includes(next.toString('latin1', 0, 3));
  return follows || isEnd ? (isAac(head) ? 'aac' : 'mp3') : null;
}

async function afterZeros(reader: Reader, from: number): Promise<number> {
  for (let at = from; at < reader.size && at - from < MAX_SILENCE; ) {
    const bytes = await reader.window(at);
    const found = bytes.findIndex((byte) => byte !== 0);
    if (found !== -1) return at + found;
    at += bytes.length;
  }
  return from;
}

function isAac(head: Buffer): boolean {
  return head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0;
}

function aacLength(head: Buffer): number | null {
  const length = head.length < 6 ? 0 : (head.readUIntBE(3, 3) >> 5) & 0x1fff;
  return length < 7 ? null : length;
}

/** Bytes of the frame; null if none begins here. */
function mp3Length(head: Buffer): number | null {
  const [first, second = 0, third = 0] = head;
  const [version, layer] = [(second >> 3) & 3, 4 - ((second >> 1) & 3)];
  if (first !== 0xff || second < 0xe0 || version === 1 || layer === 4) return null;
  const isFirst = version === 3;
  const row = isFirst ? layer - 1 : layer === 1 ? 3 : 4;
  const rate = RATES[row]?.[(third >> 4) - 1];
  const frequency = FREQUENCIES[(third >> 2) & 3];
  if (rate === undefined || frequency === undefined) return null;
  const hertz = frequency / (isFirst ? 1 : version === 2 ? 2 : 4);
  const padding = (third >> 1) & 1;
  if (layer === 1) return (Math.floor((12_000 * rate) / hertz) + padding) * 4;
  return Math.floor(((layer === 3 && !isFirst ? 72_000 : 144_000) * rate) / hertz) + padding;
}
