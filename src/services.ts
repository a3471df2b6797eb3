// The services that one process uses: HTTP, and RunComfy's two APIs.
import type { Serverless } from './comfyui/client.ts';
import { createHttp, type Http } from './http/client.ts';
import { withSchemes } from './http/proxies.ts';
import { bareToken } from './inputs/values.ts';
import { systemClock } from './lib/clock.ts';
import { createClient, type RunComfy } from './runcomfy/client.ts';

export interface Services {
  http(): Promise<Http>;
  /** The Model API; null without a token. */
  service(apiUrl: URL): Promise<RunComfy | null>;
  /** The Serverless API. Needs a token. */
  serverless(deploymentsUrl: URL): Promise<Serverless>;
}

export interface ServiceOptions {
  readonly env: NodeJS.ProcessEnv;
  /** Input `api-token`; empty if there is none. */
  readonly token: string;
  /** Removes the tokens from a text. */
  readonly redacted: (text: string) => string;
}

/** The texts that must not be printed. If more than the token was pasted, a service may return the token alone, so it is a secret too. */
export function secretsIn(token: string): readonly string[] {
  return [...new Set([token, bareToken(token)])].filter((secret) => secret !== '');
}

export function createServices({ env, token, redacted }: ServiceOptions): Services {
  // GitHub's clients read the environment themselves, and do not accept a proxy without a scheme.
  Object.assign(env, withSchemes(env));
  let client: Promise<Http> | null = null;
  const http = (): Promise<Http> => {
    client ??= createHttp(env);
    return client;
  };
  return {
    http,
    async service(apiUrl) {
      return token === '' ? null : createClient({ http: await http(), clock: systemClock, apiUrl, token, redacted });
    },
    async serverless(deploymentsUrl) {
      const { createServerless } = await import('./comfyui/client.ts');
      return createServerless({ http: await http(), clock: systemClock, deploymentsUrl, token, redacted });
    },
  };
}
