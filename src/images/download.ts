// Fetches one file of a result: streamed to disk, hashed on the way, bounded in size and time, fetched again when torn.
import { type FileHandle, open, rm } from 'node:fs/promises';
import { ActionError, asActionError, errorCodes } from '../errors.ts';
import { size } from '../figures.ts';
import { ConnectionError, type Http, type HttpResponse, retryAfter } from '../http.ts';
import { timeLimit } from '../limit.ts';
import type { Clock } from '../ports.ts';
import { retryDelay } from '../runcomfy/retry.ts';
import { digestOf } from './digest.ts';
import { type HostRules, permittedUrl } from './hosts.ts';

export interface DownloadOptions {
  readonly http: Http;
  readonly clock: Clock;
  readonly rules: HostRules;
  readonly mostBytes: number;
  readonly signal: AbortSignal;
}

export interface Downloaded {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

const TRIES = 5;
/** A server that is silent, or wants to be left alone, for longer is as good as down. */
const PATIENCE_MS = 60_000;
const REDIRECTS = 5;
/** For one file, all tries together; a server that drips must not hold the job. */
const LIMIT_MS = 20 * 60_000;

/** Writes the file at `url` to `path` (made anew). Throws ActionError `download-failed` or `save-failed`, or the signal's reason; then nothing is left at `path`. */
export async function download(url: string, path: string, options: DownloadOptions): Promise<Downloaded> {
  const { clock, rules, signal } = options;
  const first = permittedUrl(url, rules);
  const limit = timeLimit(clock, LIMIT_MS, () => failed(first, `not complete after ${LIMIT_MS / 60_000} minutes`));
  const either = AbortSignal.any([signal, limit.signal]);
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await fetchOnce(first, path, { ...options, signal: either });
      } catch (error) {
        await rm(path, { force: true });
        if (either.aborted) throw either.reason;
        const refused = error instanceof Refusal;
        if (!refused && !(error instanceof ConnectionError)) throw error;
        const delay = retryDelay(tries, refused ? error.retryAfterMs : null, clock.random());
        if (tries >= TRIES || delay > PATIENCE_MS) throw failed(first, error.message, error);
        await clock.sleep(delay, either);
      }
    }
  } finally {
    limit.end();
  }
}

async function fetchOnce(
  first: URL,
  path: string,
  { http, clock, rules, mostBytes, signal }: DownloadOptions,
): Promise<Downloaded> {
  let url = first;
  for (let hops = 0; hops <= REDIRECTS; hops++) {
    // No token, no cookies: the links are public, and whoever serves them has no business with our key.
    const response = await http.send({
      method: 'GET',
      url,
      headers: { accept: '*/*' },
      signal,
      answerWithinMs: PATIENCE_MS,
    });
    if ([301, 302, 303, 307, 308].includes(response.status)) {
      response.body.drop();
      url = permittedUrl(response.header('location') ?? '', rules, url);
      continue;
    }
    if (response.status !== 200) {
      response.body.drop();
      const answer = new Refusal(response.status, retryAfter(response.header('retry-after'), clock.date()));
      throw answer.passing ? answer : failed(url, answer.message, answer);
    }
    return await save(response, url, path, mostBytes, signal);
  }
  throw failed(first, `more than ${REDIRECTS} redirects`);
}

async function save(
  response: HttpResponse,
  url: URL,
  path: string,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Downloaded> {
  const announced = Number(response.header('content-length') ?? Number.NaN);
  const tooLarge = (): ActionError =>
    failed(url, `the file is larger than ${size(mostBytes)}`, undefined, 'Raise `max-download-size` to accept it.');
  if (announced > mostBytes) {
    response.body.drop();
    throw tooLarge();
  }
  let bytes = 0;
  const file = await open(path, 'wx').catch((error: unknown) => {
    response.body.drop();
    throw notSaved(error);
  });
  const digest = digestOf(path, announced);
  try {
    // Whatever arrived meanwhile goes to the disk in one call: a call for each chunk takes longer than the chunk.
    for await (const chunks of response.body) {
      bytes += chunks.reduce((sum, { length }) => sum + length, 0);
      if (bytes > mostBytes) throw tooLarge();
      await writeAll(file, chunks);
      await digest.add(chunks);
    }
    if (Number.isFinite(announced) && bytes !== announced) throw new Error(`${bytes} of ${announced} bytes arrived`);
    return { bytes, sha256: await digest.hex().catch((error: unknown) => Promise.reject(notSaved(error))) };
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof ActionError ? error : new ConnectionError(error, false);
  } finally {
    await Promise.all([file.close(), digest.close()]);
  }
}

/** A disk that is nearly full takes a part of a write without an error. */
async function writeAll(file: FileHandle, chunks: readonly Buffer[]): Promise<void> {
  try {
    for (let rest = chunks; rest.length > 0; ) rest = after((await file.writev(rest)).bytesWritten, rest);
  } catch (error) {
    throw notSaved(error);
  }
}

function after(bytes: number, chunks: readonly Buffer[]): readonly Buffer[] {
  let left = bytes;
  return chunks.flatMap((chunk) => {
    const taken = Math.min(left, chunk.length);
    left -= taken;
    return taken < chunk.length ? [chunk.subarray(taken)] : [];
  });
}

/** Whether the server says that it has no such file any more. */
export function isGone(outcome: object): boolean {
  return outcome instanceof ActionError && outcome.cause instanceof Refusal && GONE.includes(outcome.cause.status);
}

const GONE = [404, 410];

class Refusal extends Error {
  readonly status: number;
  readonly retryAfterMs: number | null;

  constructor(status: number, retryAfterMs: number | null) {
    super(`the server answered HTTP ${status}`);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }

  /** A CDN may know a fresh file late, so its 403 and 404 are asked again too. */
  get passing(): boolean {
    return [403, 404, 408, 409, 425, 429].includes(this.status) || this.status >= 500;
  }
}

function failed(url: URL, what: string, cause?: unknown, advice = ''): ActionError {
  return new ActionError('download-failed', `Downloading from ${url.host}: ${what.replace(/\.$/, '')}.`, {
    advice,
    cause,
  });
}

/** A full disk, a read-only folder: the machine's fault, so the next try would fail alike. */
export function notSaved(error: unknown): ActionError {
  const full = errorCodes(error).includes('ENOSPC');
  return new ActionError('save-failed', `${asActionError(error, 'Saving the file').message.replace(/\.$/, '')}.`, {
    advice: full ? 'The disk is full: free space, or generate less in one job.' : 'Check that the job may write there.',
    cause: error,
  });
}
