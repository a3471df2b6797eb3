// From a finished request to verified files: each URL of its output is downloaded aside and judged by its bytes.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Limit } from '../concurrency.ts';
import { ActionError, asActionError, quoted } from '../errors.ts';
import { inspect, type Media } from '../files/inspect.ts';
import type { JsonObject } from '../json.ts';
import { retryDelay } from '../runcomfy/retry.ts';
import { type Downloaded, type DownloadOptions, download } from './download.ts';
import { outputUrls } from './outputs.ts';

/** A verified file, not yet in its place. */
export interface CollectedFile extends Downloaded {
  readonly url: string;
  /** Absolute, below the run's own temporary folder. */
  readonly aside: string;
  readonly media: Media;
  /** Its end is missing, and another download brought no more. */
  readonly truncated: boolean;
}

export interface CollectOptions extends DownloadOptions {
  /** Folder for files on their way. */
  readonly temp: string;
  readonly limit: Limit;
}

/** One entry for each URL of `output`, in its order: the file, or why there is none. Throws ActionError `no-output` where there is no URL. `sent`: the parameters of the request. */
export async function collect(
  output: unknown,
  sent: JsonObject,
  options: CollectOptions,
): Promise<readonly (CollectedFile | ActionError)[]> {
  const urls = outputUrls(output, sent);
  if (urls.length === 0) {
    throw new ActionError(
      'no-output',
      `RunComfy finished the request, but its output holds no file: ${excerpt(output)}.`,
      {
        advice: 'If the model answers with text or data, this action cannot save it.',
      },
    );
  }
  return Promise.all(
    urls.map((url) => options.limit(() => collectOne(url, options)).catch((error: unknown) => lost(url, error))),
  );
}

/** What was made is paid for: whoever reads of its loss must be able to fetch it by hand. */
function lost(url: string, error: unknown): ActionError {
  const { kind, message, advice, cause } = asActionError(error, 'Saving a file of the result');
  return new ActionError(kind, message, {
    advice: `${advice} What was made is paid for; it is at ${URL.parse(url)?.href ?? quoted(url)}`.trim(),
    cause,
  });
}

function excerpt(output: unknown): string {
  try {
    return quoted(JSON.stringify(output) ?? 'nothing', 400);
  } catch {
    return 'something too deep to show';
  }
}

/** A CDN may hand out half a file, or a page of its own, with a length that fits, and the file a moment later. */
const TRIES = 3;

async function collectOne(url: string, options: CollectOptions): Promise<CollectedFile> {
  const { clock, signal, temp } = options;
  let before = '';
  for (let tries = 1; ; tries++) {
    const aside = path.join(temp, randomUUID());
    const downloaded = await download(url, aside, options);
    const inspection = await inspect(aside, { url });
    if (inspection.kind === 'file') {
      const { media, truncated } = inspection;
      // The same bytes twice are what there is, and they are paid for; so is the last that came.
      const isAll = !truncated || downloaded.sha256 === before || tries === TRIES;
      if (isAll) return { ...downloaded, url, aside, media, truncated };
    }
    before = downloaded.sha256;
    await rm(aside, { force: true });
    if (inspection.kind === 'page' && tries === TRIES) throw noResult(inspection.what);
    await clock.sleep(retryDelay(tries, null, clock.random()), signal);
  }
}

function noResult(what: string): ActionError {
  return new ActionError('not-media', `What was downloaded is ${what}: no image, video or audio.`);
}
