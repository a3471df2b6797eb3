// From a finished request to verified files: each part of its output that is a file is downloaded to a temporary folder and identified by its bytes.
import { createHash, randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { retryDelay } from '../http/retry.ts';
import type { Limit } from '../lib/concurrency.ts';
import { ActionError, asActionError, quoted } from '../lib/errors.ts';
import type { JsonObject } from '../lib/json.ts';
import { pagesOf } from '../lib/request-pages.ts';
import { type Downloaded, type DownloadOptions, download, notSaved } from './download.ts';
import { addressOfDataUri, bytesOfBase64, bytesOfDataUri } from './embedded.ts';
import { isForeign } from './hosts.ts';
import { inspect, type Media } from './inspect.ts';
import { LostFile } from './lost-file.ts';
import { isEmptyOutput, isMediaPart, isSidePart, type OutputPart, outputParts } from './outputs.ts';
import { isDeep } from './results.ts';
import { type ResultContent, toldOf } from './told.ts';

/** A downloaded file that is not yet at its path. */
export interface CollectedFile extends Downloaded {
  /** Empty if the file was in the result itself. */
  readonly url: string;
  /** Absolute, below the run's own temporary folder. */
  readonly stagedPath: string;
  readonly media: Media;
  /** Its end is missing, and RunComfy does not have it. */
  readonly truncated: boolean;
  /** Its seed in the output. */
  readonly seed: number | null;
}

export interface CollectOptions extends DownloadOptions {
  /** Folder for downloads. */
  readonly temp: string;
  readonly limit: Limit;
}

/**
 * One entry for each part of the output that is a file, in order: the file, or why there is none. An output with other values becomes one
 * JSON file. Throws ActionError `no-output` if there is nothing at all. `sent`: the parameters of the request.
 */
export async function collect(
  content: ResultContent,
  sent: JsonObject,
  options: CollectOptions,
): Promise<readonly (CollectedFile | LostFile)[]> {
  const { output } = content;
  const found = await Promise.all(
    outputParts(output, sent).map((part) =>
      options.limit(() => collectPart(part, options)).catch((error: unknown) => lost(part, error, options)),
    ),
  );
  const files = found.filter((file) => file !== null);
  if (files.length > 0) return files;
  if (isEmptyOutput(output, sent)) throw noOutput(content, sent);
  return [{ ...(await stage(Buffer.from(jsonText(output)), options)), media: JSON_FILE, truncated: false, seed: null }];
}

const JSON_FILE: Media = {
  kind: 'other',
  format: 'json',
  suffix: '.json',
  type: 'application/json',
  width: null,
  height: null,
};

/** null if the text turns out not to be a file. */
async function collectPart(part: OutputPart, options: CollectOptions): Promise<CollectedFile | null> {
  const { from, text, seed } = part;
  switch (from) {
    case 'web':
      return { ...(await fetchFile(text, options)), seed };
    case 'data':
      return { ...(await embedded(bytesOfDataUri(text, options.maxBytes), addressOfDataUri(text), options)), seed };
    case 'base64': {
      const bytes = bytesOfBase64(text, options.maxBytes);
      return bytes === null ? null : { ...(await embedded(bytes, '', options)), seed };
    }
    case 'elsewhere':
      throw new ActionError('download-failed', `The result is at ${quoted(text, 300)}, which cannot be downloaded.`, {
        advice: 'Files can only be downloaded over https.',
      });
  }
}

/** The file is paid for, so the message must tell how to get it by hand. */
function lost(part: OutputPart, error: unknown, options: CollectOptions): LostFile {
  const reason = asActionError(error, 'Saving a file of the result');
  const { from, text } = part;
  const where =
    from === 'web'
      ? `The file is paid for, and available at ${URL.parse(text)?.href ?? quoted(text)}`
      : from === 'elsewhere'
        ? ''
        : 'The file is paid for. Find it in `results` of the report (output `report-file`).';
  const isPage = reason.kind === 'not-media' && from === 'web' && !isMediaPart(part);
  const isElsewhere = from === 'web' && isForeign(text, options.rules);
  const told = new ActionError(reason.kind, reason.message, {
    advice: `${reason.advice} ${where}`.trim(),
    cause: reason.cause,
  });
  return new LostFile(
    from === 'web' || from === 'elsewhere' ? text : '',
    isPage || isElsewhere || isSidePart(part),
    told,
  );
}

function noOutput(content: ResultContent, sent: JsonObject): ActionError {
  const { flags } = toldOf(content, sent);
  const { emptyBecause = null } = content;
  if (emptyBecause !== null) return new ActionError('no-output', emptyBecause);
  const flagged = flags.length === 0 ? '' : ` RunComfy flagged the result: ${flags.join(', ')}.`;
  return new ActionError(
    'no-output',
    `RunComfy finished the request, but the output is empty: ${excerpt(content.output)}.${flagged}`,
    {
      advice:
        flags.length === 0
          ? `Find the request under ${pagesOf([null])}, and check the parameters against the API page of the model.`
          : 'Change the prompt: the same words will be flagged again.',
    },
  );
}

function excerpt(output: unknown): string {
  try {
    return quoted(JSON.stringify(output) ?? 'nothing', 400);
  } catch {
    return 'something too deep to show';
  }
}

function jsonText(output: unknown): string {
  try {
    return `${JSON.stringify(output, null, isDeep(output) ? 0 : 2)}\n`;
  } catch (error) {
    throw new ActionError('save-failed', 'The output is nested too deeply to be saved as JSON.', {
      cause: error,
    });
  }
}

/** Writes bytes of the result itself to a temporary file. */
async function stage(
  bytes: Buffer,
  { temp }: CollectOptions,
): Promise<Pick<CollectedFile, 'bytes' | 'sha256' | 'url' | 'stagedPath'>> {
  const stagedPath = path.join(temp, randomUUID());
  await writeFile(stagedPath, bytes, { flag: 'wx' }).catch((error: unknown) => {
    throw notSaved(error);
  });
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), url: '', stagedPath };
}

/** `address`: an invented URL with the suffix of the declared format. */
async function embedded(bytes: Buffer, address: string, options: CollectOptions): Promise<Omit<CollectedFile, 'seed'>> {
  const staged = await stage(bytes, options);
  const found = await inspect(staged.stagedPath, { url: address });
  if (found.kind === 'file') {
    const { media, truncated } = found;
    // These bytes have no file name.
    const suffix = media.format === null && !address.endsWith('.txt') ? '.bin' : media.suffix;
    return { ...staged, media: { ...media, suffix }, truncated };
  }
  await rm(staged.stagedPath, { force: true });
  throw notMedia(found.what);
}

/** A CDN may send half a file, or its own page, with a matching length, and the file a moment later. */
const TRIES = 3;

/** Returns the file. If it is truncated, the same bytes have come twice. */
async function fetchFile(url: string, options: CollectOptions): Promise<Omit<CollectedFile, 'seed'>> {
  const { clock, signal, temp } = options;
  let before = '';
  for (let tries = 1; ; tries++) {
    const stagedPath = path.join(temp, randomUUID());
    const downloaded = await download(url, stagedPath, options);
    const found = await inspect(stagedPath, { url });
    if (found.kind === 'file') {
      const { media, truncated } = found;
      // If the same bytes come twice, the server has no others, and they are paid for. The same goes for the last try.
      const isAll = !truncated || downloaded.sha256 === before || tries === TRIES;
      if (isAll) return { ...downloaded, url, stagedPath, media, truncated };
    }
    before = downloaded.sha256;
    await rm(stagedPath, { force: true });
    if (found.kind === 'page' && tries === TRIES) throw notMedia(found.what);
    await clock.sleep(retryDelay(tries, null, clock.random()), signal);
  }
}

function notMedia(what: string): ActionError {
  return new ActionError('not-media', `The downloaded file is ${what}, not an image, video or audio file.`);
}
