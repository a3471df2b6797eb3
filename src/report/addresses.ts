// Keeps RunComfy's URLs out of comments: they work for everyone who has them, and comments of private repositories are sent by email.
import type { Difference } from '../lockfile/changes.ts';
import type { Outcome, PlanRow, RunResult } from '../tasks/outcome.ts';
import { promptOf } from '../tasks/task.ts';
import { code, PROSE, preformatted, prose } from './markdown.ts';

/** Replaces a URL. */
const LEFT_OUT = '(address left out)';

export interface AddressFilter {
  /** For text by users: only removes RunComfy's URLs. */
  readonly ofUser: (text: string) => string;
  /** For text by services: removes every URL except GitHub's. */
  readonly ofService: (text: string) => string;
}

/** `hosts`: other allowed `host`s or `host:port`s of results. `serverUrl`: GITHUB_SERVER_URL. */
export function addressFilter(hosts: readonly string[], serverUrl: string): AddressFilter {
  const all = ['runcomfy.net', ...hosts.map((host) => host.toLowerCase())];
  const isHosted = (word: string): boolean =>
    all.some((host) => word.includes(host)) || /runcomfy\.com(:\d+)?\//.test(word);
  const isForeign = (word: string): boolean =>
    /^[a-z][a-z0-9+.-]*:\/\/./.test(word) && !word.startsWith(`${serverUrl.toLowerCase()}/`);
  return {
    ofUser: (text) => withoutWords(text, isHosted),
    ofService: (text) => withoutWords(text, (word) => isHosted(word) || isForeign(word)),
  };
}

/** A URL has no white space, quotes or brackets. It can be percent-encoded inside another one, or have the escaped slashes of JSON. */
function withoutWords(text: string, isLeftOut: (word: string) => boolean): string {
  return text.replace(/[^\s"'<>`()[\]{}]+/g, (written) => {
    const word = written.replace(/[.,;:!?…]+$/, '');
    const plain = word
      .toLowerCase()
      .replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replaceAll('\\/', '/');
    return isLeftOut(plain) ? `${LEFT_OUT}${written.slice(word.length)}` : written;
  });
}

/** Removes the URLs of files, and those in prompts, before any text is cut. */
export function tallyWithoutAddresses(runResult: RunResult, { ofUser }: AddressFilter): RunResult {
  return {
    ...runResult,
    images: runResult.images.map((image) => ({ ...image, url: '', outcome: withoutInPrompt(image.outcome, ofUser) })),
  };
}

function withoutInPrompt(outcome: Outcome, ofUser: (text: string) => string): Outcome {
  const { task } = outcome;
  const prompt = promptOf(task);
  return prompt === null
    ? outcome
    : { ...outcome, task: { ...task, parameters: { ...task.parameters, prompt: ofUser(prompt) } } };
}

export function planWithoutAddresses(plan: readonly PlanRow[], { ofUser }: AddressFilter): readonly PlanRow[] {
  return plan.map((row) => ({ ...row, reasons: row.reasons.map(ofUser) }));
}

export function differenceWithoutAddresses({ name, pieces }: Difference, { ofUser }: AddressFilter): Difference {
  return { name, pieces: pieces.map(({ text, kind }) => ({ text: ofUser(text), kind })) };
}

/** Applies a filter to every text from outside in finished Markdown. */
export function inMarkdown(markdown: string, filter: (text: string) => string): string {
  const within =
    (write: (text: string) => string) =>
    (whole: string, inner: string): string => {
      const text = inner
        .replace(/<\/?span>/g, '')
        .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
      const filtered = filter(text);
      return filtered === text ? whole : write(filtered);
    };
  return markdown
    .replace(/<code>([^<]*)<\/code>/g, within(code))
    .replace(/<pre>([^<]*)<\/pre>/g, within(preformatted))
    .replace(PROSE, within(prose));
}
