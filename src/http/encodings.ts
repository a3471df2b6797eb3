// Content encodings (RFC 9110, 8.4). No call requests one. If a server or a gateway encodes its response anyway, it is decoded, within a limit.
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type * as zlib from 'node:zlib';
import { errorCodes, quoted } from '../lib/errors.ts';

type Steps = AsyncIterable<readonly Buffer[]>;

/** The body cannot be decoded, or is too large. */
export class EncodingError extends Error {
  readonly problem: 'unknown' | 'too-large' | 'broken';

  constructor(problem: EncodingError['problem'], message: string) {
    super(message);
    this.problem = problem;
  }
}

/** The encodings in a Content-Encoding header, in the order in which they were applied, without the names that mean none. */
export function contentEncodings(header: string | null): readonly string[] {
  return (header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => !PLAIN.includes(name));
}

/** S3 keeps `aws-chunked` from an upload. The others are charsets and transfer encodings in the wrong header. */
const PLAIN = ['', 'identity', 'none', 'binary', 'utf-8', '8bit', '7bit', 'aws-chunked'];

/** A body can be encoded more than once, but a long list only costs time. */
const MAX_ENCODINGS = 4;

/** The decoded body, at most `maxBytes` after each encoding. Throws EncodingError, or what `body` throws. */
export function decode(body: Steps, encodings: readonly string[], maxBytes: number): Steps {
  if (encodings.length > MAX_ENCODINGS) {
    throw new EncodingError('unknown', `the response is encoded ${encodings.length} times`);
  }
  return encodings.reduceRight((steps, name) => decodeOne(steps, name, maxBytes), body);
}

async function* decodeOne(packed: Steps, name: string, maxBytes: number): AsyncGenerator<readonly Buffer[]> {
  const iterator = packed[Symbol.asyncIterator]();
  const rest = { [Symbol.asyncIterator]: () => iterator };
  let bytes = 0;
  try {
    const head = await headOf(iterator);
    const open = await openerFor(name, head);
    if (open === null) {
      yield [head];
      yield* rest;
      return;
    }
    const decoder = open();
    const unpacking = pipeline(chunksOf(head, rest), decoder);
    unpacking.catch(() => {});
    for await (const chunk of decoder) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new EncodingError('too-large', `the response is larger than ${maxBytes} bytes`);
      yield [chunk];
    }
    await unpacking;
  } catch (error) {
    throw isOfZlib(error)
      ? new EncodingError('broken', `the response is not complete ${name} (${error.message})`)
      : error;
  } finally {
    await iterator.return?.();
  }
}

function isOfZlib(error: unknown): error is { readonly message: unknown } {
  // Connection errors have an `errno` too, but they name the system call.
  return typeof error === 'object' && error !== null && 'message' in error && 'errno' in error && !('syscall' in error);
}

/** Enough to see whether bytes are encoded at all. */
const HEAD_BYTES = 64 * 1024;

async function headOf(iterator: AsyncIterator<readonly Buffer[]>): Promise<Buffer> {
  const head: Buffer[] = [];
  let bytes = 0;
  while (bytes < HEAD_BYTES) {
    const { done, value } = await iterator.next();
    if (done === true) break;
    for (const chunk of value) bytes += head.push(chunk) && chunk.length;
  }
  return Buffer.concat(head);
}

async function* chunksOf(head: Buffer, rest: Steps): AsyncGenerator<Buffer> {
  yield head;
  for await (const chunks of rest) yield* chunks;
}

/** Returns a decoder; null if the bytes are not encoded, whatever the header says. */
async function openerFor(name: string, head: Buffer): Promise<(() => Transform) | null> {
  // Rarely needed, so it is only loaded then.
  const z = await import('node:zlib');
  const options = { chunkSize: HEAD_BYTES };
  if (name === 'gzip' || name === 'x-gzip') return isGzip(head) ? () => z.createGunzip(options) : null;
  if (name === 'deflate') {
    if (isZlib(head)) return () => z.createInflate(options);
    return isAll(z.inflateRawSync, head, z.constants.Z_SYNC_FLUSH) ? () => z.createInflateRaw(options) : null;
  }
  if (name === 'br') {
    const flush = z.constants.BROTLI_OPERATION_FLUSH;
    return isAll(z.brotliDecompressSync, head, flush) ? () => z.createBrotliDecompress(options) : null;
  }
  // Node supports it since 22.15.
  if (name === 'zstd' && 'createZstdDecompress' in z)
    return isZstd(head) ? () => z.createZstdDecompress(options) : null;
  throw new EncodingError('unknown', `the response has the encoding ${quoted(name, 40)}, which was not requested`);
}

/** RFC 1952 */
function isGzip(head: Buffer): boolean {
  return head.length >= 3 && head.readUIntBE(0, 3) === 0x1f8b08;
}

/** RFC 1950: deflate with a window of up to 32 KB, and check bits for that. */
function isZlib(head: Buffer): boolean {
  if (head.length < 2) return false;
  const start = head.readUInt16BE(0);
  return (start & 0x8f00) === 0x0800 && start % 31 === 0;
}

/** RFC 8878, including skippable frames. */
function isZstd(head: Buffer): boolean {
  if (head.length < 4) return false;
  const magic = head.readUInt32LE(0);
  return magic === 0xfd2fb528 || (magic & 0xfffffff0) >>> 0 === 0x184d2a50;
}

type UnpackSync = (bytes: Buffer, options: zlib.ZlibOptions & zlib.BrotliOptions & { info: true }) => unknown;

/** Raw deflate and Brotli have no signature. Other bytes soon cause an error, or end too early. */
function isAll(unpack: UnpackSync, head: Buffer, finishFlush: number): boolean {
  if (head.length === 0) return false;
  try {
    const said: unknown = unpack(head, { finishFlush, maxOutputLength: 16 * HEAD_BYTES, info: true });
    return consumed(said) === head.length;
  } catch (error) {
    return errorCodes(error).includes('ERR_BUFFER_TOO_LARGE');
  }
}

function consumed(said: unknown): unknown {
  if (typeof said !== 'object' || said === null || !('engine' in said)) return null;
  const { engine } = said;
  return typeof engine === 'object' && engine !== null && 'bytesWritten' in engine ? engine.bytesWritten : null;
}
