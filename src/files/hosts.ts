// The hosts that results may be downloaded from. The same rule applies to every redirect.
import { ActionError } from '../lib/errors.ts';

export interface HostRules {
  /** Origin of the Model API. */
  readonly apiUrl: URL;
  /** Origin of the Serverless API; null if there are no deployments. */
  readonly deploymentsUrl?: URL | null;
  /** Further `host:port`s, lower case, IPv6 in brackets. */
  readonly allowed: readonly string[];
}

/** `127.0.0.0/8`, `::1` and `localhost`: the only hosts for which plain http is allowed. */
export function isLoopback(url: URL): boolean {
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname);
}

/** `host:port` with the scheme's own port written out. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port !== '' ? url.port : url.protocol === 'http:' ? '80' : '443'}`;
}

/** Returns the URL if it may be fetched, otherwise throws `download-failed`. Parsed as in browsers (WHATWG), so tricks with `\` or `@` reveal the real host. */
export function permittedUrl(text: string, rules: HostRules, base?: URL): URL {
  const url = URL.parse(text, base?.href);
  if (url === null) throw refusal('an address that is not a URL', 'This is an error in the model or the service.');
  const named = `${url.protocol}//${url.host}`;
  if (url.username !== '' || url.password !== '')
    throw refusal(`${named}, an address with user info`, 'It was not downloaded.');
  const here = hostAndPort(url);
  const listed = isListed(url, rules);
  const advice = `If you trust it, add ${url.port === '' ? url.hostname : here} to \`allowed-download-hosts\`.`;
  if (url.protocol === 'http:' && isLoopback(url) && listed) return url;
  if (url.protocol !== 'https:') throw refusal(`${named}, which is not https`, 'It was not downloaded.');
  if (!isOwn(url) && !listed) throw refusal(`${named}, a host that is not allowed`, advice);
  return url;
}

/** Whether a URL is on a host that results may not be downloaded from, in any spelling. */
export function isForeign(text: string, rules: HostRules): boolean {
  const url = URL.parse(text);
  return url !== null && !isOwn(url) && !isListed(url, rules);
}

function isOwn(url: URL): boolean {
  return /(^|\.)runcomfy\.(net|com)$/.test(url.hostname) && url.port === '';
}

function isListed(url: URL, { allowed, apiUrl, deploymentsUrl }: HostRules): boolean {
  return allowed.includes(hostAndPort(url)) || url.origin === apiUrl.origin || url.origin === deploymentsUrl?.origin;
}

function refusal(what: string, advice: string): ActionError {
  return new ActionError('download-failed', `The result is on ${what}.`, { advice });
}
