// The proxies in the environment, read as curl does: the scheme is optional.
import { ActionError, quoted } from '../lib/errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Proxies {
  /** Empty if there is none. */
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

/** Throws ActionError `bad-input` for a URL that cannot be used. */
export function proxiesOf(env: Environment): Proxies {
  return {
    httpProxy: address(env, 'http_proxy'),
    httpsProxy: address(env, 'https_proxy'),
    noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
  };
}

/** The same variables with their schemes, for libraries that read the environment themselves. */
export function withSchemes(env: Environment): Readonly<Record<string, string>> {
  const set = NAMES.flatMap((name) => {
    const value = env[name]?.trim() ?? '';
    return value === '' ? [] : [[name, withScheme(value)] as const];
  });
  return Object.fromEntries(set);
}

const NAMES = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'];

function address(env: Environment, lower: string): string {
  const name = env[lower] === undefined ? lower.toUpperCase() : lower;
  const value = env[name]?.trim() ?? '';
  if (value === '') return '';
  const url = URL.parse(withScheme(value));
  if (url === null || !isProxy(url)) {
    throw new ActionError('bad-input', `${name} is ${quoted(withoutCredentials(value))}, which is not a proxy URL.`, {
      advice:
        'Use `http://host:port`. Put credentials before the host as `user:password@`, and percent-encode their special characters. Nothing was sent.',
    });
  }
  return url.href;
}

const PROTOCOLS = ['http:', 'https:', 'socks:', 'socks5:'];

// `URL` would read the host in `host:8080` as a scheme.
function withScheme(value: string): string {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
}

function isProxy({ protocol, hostname, pathname, username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return PROTOCOLS.includes(protocol) && hostname !== '' && ['', '/'].includes(pathname);
  } catch {
    return false;
  }
}

function withoutCredentials(value: string): string {
  return value.replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/i, '$1***@');
}
