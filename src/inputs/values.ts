// The grammar of single values: numbers, durations, sizes, hosts. A parser returns undefined if the text does not match its rule.
import { hostAndPort, isLoopback } from '../files/hosts.ts';
import { grouped } from '../lib/figures.ts';
import { isDeploymentId, isRequestId } from '../lib/request-id.ts';

export interface Parser<T> {
  readonly parse: (text: string) => T | undefined;
  /** The allowed form, as a clause: "must be …". */
  readonly rule: string;
}

/** Any text. Other rules are checked where the text is used. */
export const text: Parser<string> = { parse: (given) => given, rule: 'must be text' };

/** The same values as core.getBooleanInput (YAML 1.2 core schema). */
export const boolean: Parser<boolean> = {
  parse: (text) => (/^(true|True|TRUE)$/.test(text) ? true : /^(false|False|FALSE)$/.test(text) ? false : undefined),
  rule: 'must be `true` or `false`',
};

export function wholeNumber(least: number, max: number): Parser<number> {
  return {
    parse: (text) => {
      const number = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
      return Number.isSafeInteger(number) && number >= least && number <= max ? number : undefined;
    },
    rule: `must be a whole number from ${least} to ${max === Number.MAX_SAFE_INTEGER ? '2^53-1' : grouped(max)}`,
  };
}

function finiteNumber(text: string): number | undefined {
  const number = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** What people paste together with a token: a shell command, a header, quotes. */
const AROUND_A_TOKEN = [
  /^(export|set)\s+(?=\S)/i,
  /^(authorization\s*:\s*)?bearer\s+(?=\S)/i,
  /^[A-Za-z_]\w*\s*=\s*(?=[^=\s])/,
  /^[\w-]*token\s*:\s*(?=\S)/i,
  /^["'`]+(?=[^"'`])/,
  /(?<=[^"'`;])["'`;]+$/,
];

/** The token inside the text; the same text if there is nothing else. */
export function bareToken(given: string): string {
  const around = AROUND_A_TOKEN.find((form) => form.test(given));
  return around === undefined ? given : bareToken(given.replace(around, '').trim());
}

export const decimal: Parser<number> = { parse: finiteNumber, rule: 'must be a number such as `3.5`' };

export const dollars: Parser<number> = {
  parse: (text) => {
    const amount = finiteNumber(text);
    return amount !== undefined && amount >= 0 ? amount : undefined;
  },
  rule: 'must be an amount in USD such as `1.50`, not below 0',
};

export function oneOf<T extends string>(...words: readonly T[]): Parser<T> {
  return {
    parse: (text) => words.find((word) => word === text),
    rule: `must be one of ${words.map((word) => `\`${word}\``).join(', ')}`,
  };
}

export const word: Parser<string> = {
  parse: (text) => (/^[\w.-]+$/.test(text) ? text : undefined),
  rule: 'must be one word such as `png` or `jpeg`',
};

/** A preset name, or `WIDTHxHEIGHT` as the object that the API takes. */
export const imageSize: Parser<string | { width: number; height: number }> = {
  parse: (text) => {
    const [, width, height] = /^([1-9]\d{0,4})x([1-9]\d{0,4})$/i.exec(text) ?? [];
    if (width !== undefined && height !== undefined) return { width: Number(width), height: Number(height) };
    return /^[a-z][\w.-]*$/i.test(text) ? text : undefined;
  },
  rule: 'must be a preset name such as `square_hd`, or WIDTHxHEIGHT such as `1024x768`',
};

const MS = new Map([
  ['', 1000],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
]);
/** The longest time that a job can run anywhere (self-hosted runners). */
const LONGEST_MS = 5 * 24 * 3_600_000;

/** Milliseconds. */
export const duration: Parser<number> = {
  parse: (text) => {
    const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
    const ms = Math.round(Number(number) * (MS.get(unit) ?? Number.NaN));
    return number !== '' && ms > 0 && ms <= LONGEST_MS ? ms : undefined;
  },
  rule: 'must be a duration above zero such as `500ms`, `2s`, `10m`, `1h` (a bare number is seconds), at most five days',
};

export const pollInterval: Parser<number | 'adaptive'> = {
  parse: (text) => (text === 'adaptive' ? text : duration.parse(text)),
  rule: `must be \`adaptive\`, or ${duration.rule.replace('must be ', '')}`,
};

const BYTES = new Map([
  ['', 1],
  ['b', 1],
  ['kb', 1024],
  ['mb', 1024 ** 2],
  ['gb', 1024 ** 3],
]);

/** Bytes. */
export const byteSize: Parser<number> = {
  parse: (text) => {
    const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s?(b|kb|mb|gb)?$/i.exec(text) ?? [];
    const bytes = Math.floor(Number(number) * (BYTES.get(unit.toLowerCase()) ?? Number.NaN));
    return number !== '' && bytes > 0 && Number.isSafeInteger(bytes) ? bytes : undefined;
  },
  rule: 'must be a size above zero such as `800KB`, `5MB`, `2GB` (a bare number is bytes)',
};

/** Rules of GitHub's artifact service. `##[` would become a command when a library prints the name. */
export const artifactName: Parser<string> = {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are among what the service refuses
  parse: (text) => (/[":<>|*?\\/\u0000-\u001f\u007f]|##\[/.test(text) || text.length > 200 ? undefined : text),
  rule: 'must not contain control characters or any of " : < > | * ? \\ /, nor have more than 200 characters',
};

export const serviceOrigin: Parser<URL> = {
  parse: (text) => {
    const url = URL.parse(text);
    if (url === null || url.pathname !== '/' || /[?#@\\\s]/.test(text)) return undefined;
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)) ? url : undefined;
  },
  rule: 'must be an https origin such as `https://proxy.example.com`, without path (http only for a loopback address)',
};

/** `host:port`s. */
export const hostList: Parser<readonly string[]> = {
  parse: (text) => {
    const hosts = listed(text).map(host);
    return hosts.includes('') ? undefined : hosts;
  },
  rule: 'must be one `host` or `host:port` per line, without scheme, path or wildcard',
};

/** Glob patterns, one per line or comma-separated. */
export const globs: Parser<readonly string[]> = { parse: listed, rule: 'must be glob patterns such as `icons/*`' };

function listed(text: string): readonly string[] {
  return text
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Request ids: one per line, comma-separated, or the JSON array of output `request-ids`. Each counts once. */
export const requestIds: Parser<readonly string[]> = {
  parse: (text) => {
    const ids = text.startsWith('[') ? textsOf(text) : listed(text);
    const isUsable = ids.length > 0 && ids.every(isRequestId);
    return isUsable ? [...new Set(ids)] : undefined;
  },
  rule: 'must be request ids, one per line, comma-separated or as a JSON array such as output `request-ids`, at least one',
};

/** The texts of a JSON array; empty if it is not an array, or has anything else. */
function textsOf(json: string): readonly string[] {
  try {
    const items: unknown = JSON.parse(json);
    const texts = Array.isArray(items) ? items.filter((item) => typeof item === 'string') : [];
    return Array.isArray(items) && texts.length === items.length ? texts : [];
  } catch {
    return [];
  }
}

/** Used in a hidden marker of the comment, and in the name of a git ref. */
export const commentKey: Parser<string> = {
  parse: (text) =>
    /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/.test(text) && !/\.\.|\.lock$|\.$/.test(text) ? text : undefined,
  rule: 'must be at most 64 letters, digits and `. _ -`, beginning with a letter or digit',
};

function host(text: string): string {
  if (!/^([a-z0-9_.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i.test(text)) return '';
  const url = URL.parse(`https://${text}`);
  return url === null ? '' : hostAndPort(url);
}

/** Why a model id cannot be used, as a clause; null if it can. */
export function faultOfModel(model: string): string | null {
  if (/^https?:/i.test(model)) {
    return 'must be a model_id such as `blackforestlabs/flux-2/flex/text-to-image`, not an address: copy it from the API tab of the model (the page address is spelled differently)';
  }
  const segments = model.split('/');
  const usable =
    segments.length >= 2 &&
    segments.every((segment) => /^[A-Za-z0-9_.-]+$/.test(segment) && !/^\.{1,2}$/.test(segment));
  return usable ? null : 'must be a model_id such as `blackforestlabs/flux-2/flex/text-to-image`';
}

/** Why a text is not the id of a deployment, as a clause; null if it is. */
export function faultOfDeployment(text: string): string | null {
  if (isDeploymentId(text)) return null;
  const rule = 'must be the id of a deployment such as `8f0e2c5a-0000-4000-8000-0123456789ab`';
  return /^https?:/i.test(text)
    ? `${rule}, not an address: copy the id from the page of the deployment on runcomfy.com`
    : rule;
}
