// Tokens: checks that they can be sent, and that no name contains one.
import type { InputReader } from './reader.ts';
import { bareToken } from './values.ts';

/** null: not set. */
export function readApiToken({ given, problem }: InputReader): string | null {
  const token = given('api-token');
  if (token === '') return null;
  if (bareToken(token) !== token) {
    const rule = 'must be the token alone, without quotes, `NAME=` or `Bearer` around it: correct the secret';
    problem('api-token', rule, null);
    return token;
  }
  // Header values can only have visible ASCII (RFC 9110). The value itself must never be shown.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    problem('api-token', 'must be one word of visible ASCII characters, as copied from runcomfy.com', null);
  }
  return token;
}

/** Tokens cannot be removed from names that are already used. */
export function checkNames({ given, text, problem }: InputReader): void {
  for (const secret of ['api-token', 'github-token'] as const) {
    const value = given(secret);
    for (const name of ['artifact-name', 'filename', 'output-dir'] as const) {
      if (value.length >= 8 && text(name).includes(value)) problem(name, `must not contain \`${secret}\``, null);
    }
  }
}

/** Input `api-token`, or else the environment's token. Empty if there is none. */
export function givenToken(input: string | undefined, env: Readonly<Record<string, string | undefined>>): string {
  return [input, env.RUNCOMFY_TOKEN, env.RUNCOMFY_API_TOKEN].find((token) => token?.trim()) ?? '';
}
