// Downloads one file of a result: streamed to disk, hashed while it arrives, limited in size and time, and continued after an interruption.
import { rm } from 'node:fs/promises';
import { ConnectionError, type Http, type HttpResponse, retryAfter } from '../http/client.ts';
import { decode, EncodingError } from '../http/encodings.ts';
import { ActionError, errorCodes } from '../lib/errors.ts';
import { size } from '../lib/figures.ts';
import type { Clock } from '../lib/ports.ts';
import { timeLimit } from '../lib/time-limit.ts';
import { type HostRules, permittedUrl } from './hosts.ts';
import { Refusal } from './lost-file.ts';
import { patience, type Trouble, troubleOf } from './patience.ts';
import { openStagedFile, type StagedFile } from './staged-file.ts';

export { notSaved } from './staged-file.ts';

export interface DownloadOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly rules: HostRules;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

export interface Downloaded {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** A server that is silent for longer counts as down. */
const SILENCE_MS = 60_000;
const REDIRECTS = 5;
/** For one file, all tries together, so that a very slow server does not hold up the job. */
const LIMIT_MS = 20 * 60_000;
/** After a connection that brought this much, patience starts again. */
const PROGRESS_BYTES = 64 * 1024;

/** Writes the file at `url` to a new file at `path`. Throws ActionError `download-failed` or `save-failed`, or the signal's reason. Then nothing is left at `path`. */
export async function download(url: string, path: string, options: DownloadOptions): Promise<Downloaded> {
  const first = permittedUrl(url, options.rules);
  const tooLong = (): ActionError => failed(first, `not complete after ${LIMIT_MS / 60_000} minutes`);
  const limit = timeLimit(options.clock, LIMIT_MS, tooLong, options.signal);
  try {
    return await fetchInto(path, first, { ...options, signal: limit.signal });
  } finally {
    limit.end();
  }
}

async function fetchInto(path: string, first: URL, options: DownloadOptions): Promise<Downloaded> {
  const file = await openStagedFile(path);
  try {
    const sha256 = await fetchPatiently({ first, file, validator: null, total: Number.NaN }, options);
    await file.close();
    return { bytes: file.bytes, sha256 };
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    options.signal.throwIfAborted();
    throw error;
  }
}

/** One file, over all its connections. */
interface Transfer {
  readonly first: URL;
  readonly file: StagedFile;
  /** Tells the server which file the download began with; null if it must start from the beginning. */
  validator: Validator | null;
  /** Bytes of the whole file; NaN if not known. */
  total: number;
}

interface Validator {
  readonly header: 'etag' | 'last-modified';
  readonly value: string;
}

/** Returns the SHA-256 of the complete file. */
async function fetchPatiently(transfer: Transfer, options: DownloadOptions): Promise<string> {
  const { first, file } = transfer;
  const { clock, signal } = options;
  let max = 0;
  let met = new Map<Trouble, { tries: number; readonly since: number }>();
  for (;;) {
    try {
      await fetchOnce(transfer, options);
      return await file.sha256();
    } catch (error) {
      signal.throwIfAborted();
      const trouble = kindOf(error);
      if (trouble === null) throw error;
      if (file.bytes >= max + PROGRESS_BYTES) met = new Map();
      max = Math.max(max, file.bytes);
      const { tries, since } = met.get(trouble) ?? { tries: 0, since: clock.now() };
      met.set(trouble, { tries: tries + 1, since });
      const delay = patience({
        trouble,
        tries: tries + 1,
        elapsedMs: clock.now() - since,
        retryAfterMs: error instanceof Refusal ? error.retryAfterMs : null,
        random: clock.random(),
      });
      if (delay === null) throw failed(first, error instanceof Error ? error.message : String(error), error);
      await clock.sleep(delay, signal);
    }
  }
}

/** null if a retry is useless. */
function kindOf(error: unknown): Trouble | null {
  if (error instanceof Refusal) return troubleOf(error.status);
  if (error instanceof EncodingError) return error.problem === 'unknown' ? 'refused' : 'broken';
  if (!(error instanceof ConnectionError)) return null;
  // A name that does not exist is a clear response, but it can be wrong.
  return errorCodes(error).includes('ENOTFOUND') ? 'not-ready' : 'broken';
}

async function fetchOnce(transfer: Transfer, options: DownloadOptions): Promise<void> {
  const { first, file, validator } = transfer;
  const { http, rules, signal } = options;
  const rest =
    validator === null || file.bytes === 0 ? {} : { range: `bytes=${file.bytes}-`, 'if-range': validator.value };
  let url = first;
  for (let hops = 0; hops <= REDIRECTS; hops++) {
    // No token and no cookies: the links are public, and their servers must not get our token.
    const headers = { accept: '*/*', ...rest };
    const response = await http.send({ method: 'GET', url, headers, signal, answerWithinMs: SILENCE_MS });
    try {
      if ([301, 302, 303, 307, 308].includes(response.status)) {
        url = permittedUrl(response.header('location') ?? '', rules, url);
        continue;
      }
      return await receive(response, url, transfer, options);
    } finally {
      response.body.drop();
    }
  }
  throw failed(first, `more than ${REDIRECTS} redirects`);
}

async function receive(
  response: HttpResponse,
  url: URL,
  transfer: Transfer,
  { clock, maxBytes, signal }: DownloadOptions,
): Promise<void> {
  const { file } = transfer;
  const goesOn = response.status === 206 && file.bytes > 0;
  if (!goesOn && response.status !== 200) {
    // The server does not accept the range, so the next try is for the whole file.
    if (response.status === 416) transfer.validator = null;
    throw new Refusal(response.status, retryAfter(response.header('retry-after'), clock.date()));
  }
  const encodings = goesOn ? [] : encodingsOf(response, url);
  if (goesOn) goOn(response, transfer);
  else await beginAnew(response, encodings, transfer);
  const tooLarge = (): ActionError =>
    failed(url, `the file is larger than ${size(maxBytes)}`, undefined, 'Raise `max-download-size` to accept it.');
  if (transfer.total > maxBytes) throw tooLarge();
  try {
    for await (const chunks of decode(response.body, encodings, maxBytes)) {
      const bytes = file.bytes + chunks.reduce((sum, { length }) => sum + length, 0);
      if (bytes > transfer.total) throw startAnew(transfer, `more than ${transfer.total} bytes arrived`);
      if (bytes > maxBytes) throw tooLarge();
      await file.add(chunks);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EncodingError) throw error.problem === 'too-large' ? tooLarge() : error;
    throw error instanceof ActionError ? error : new ConnectionError(error, false);
  }
  if (file.bytes < transfer.total) throw broken(`${file.bytes} of ${transfer.total} bytes arrived`);
}

async function beginAnew(response: HttpResponse, encodings: readonly string[], transfer: Transfer): Promise<void> {
  const announced = Number(response.header('content-length') ?? Number.NaN);
  const packed = encodings.length > 0;
  // If the file is encoded, length and ranges are those of the encoded bytes.
  transfer.total = packed ? Number.NaN : announced;
  transfer.validator = packed ? null : validatorOf(response);
  await transfer.file.begin(transfer.total);
}

/** Throws unless the response is the rest of the same file. */
function goOn(response: HttpResponse, transfer: Transfer): void {
  const { file, validator, total } = transfer;
  const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.header('content-range')?.trim() ?? '');
  const whole = Number(range?.[2]);
  const fits =
    Number(range?.[1]) === file.bytes &&
    (Number.isNaN(whole) || Number.isNaN(total) || whole === total) &&
    validator !== null &&
    response.header(validator.header) === validator.value &&
    response.encodings.length === 0;
  if (!fits) throw startAnew(transfer, 'the server returned a different range than requested');
  if (Number.isNaN(total)) transfer.total = whole;
}

/** What RFC 9110, 13.1.5, allows in If-Range; null if the server does not support ranges, or can change the file without notice. */
function validatorOf({ header }: HttpResponse): Validator | null {
  if (header('accept-ranges')?.trim().toLowerCase() === 'none') return null;
  const etag = header('etag');
  if (etag !== null) return etag.startsWith('"') ? { header: 'etag', value: etag } : null;
  const modified = header('last-modified');
  if (modified === null) return null;
  const age = Date.parse(header('date') ?? '') - Date.parse(modified);
  return age >= 1000 ? { header: 'last-modified', value: modified } : null;
}

/** A `.gz` file is not an encoded `.gz` file: many servers send its suffix as an encoding. */
function encodingsOf(response: HttpResponse, url: URL): readonly string[] {
  const { encodings } = response;
  const isPackage =
    /\.t?gz$/i.test(url.pathname) || /^application\/(x-)?gzip\b/i.test(response.header('content-type') ?? '');
  return isPackage && /^(x-)?gzip$/.test(encodings[0] ?? '') ? encodings.slice(1) : encodings;
}

/** Discards what has arrived: the next try is for the whole file. */
function startAnew(transfer: Transfer, why: string): ConnectionError {
  transfer.validator = null;
  return broken(why);
}

function broken(what: string): ConnectionError {
  return new ConnectionError(new Error(what), false);
}

function failed(url: URL, what: string, cause?: unknown, advice = ''): ActionError {
  return new ActionError('download-failed', `Downloading from ${url.host}: ${what.replace(/\.$/, '')}.`, {
    advice,
    cause,
  });
}
