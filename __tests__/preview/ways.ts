// In how many ways a call to GitHub can fail.
import type { Fault } from '../../simulator/faults.ts';
import { noPermission, primaryLimit, secondaryLimit } from '../../simulator/github/routes.ts';

export const reply = (status: number, message: string): Fault => ({ kind: 'reply', status, body: { message } });

/** Name, what GitHub does instead, and whether it says by it that the token lacks something. */
export const WAYS: readonly (readonly [string, Fault, boolean])[] = [
  ['500', reply(500, 'Server Error'), false],
  ['a page of a gateway', { kind: 'html', status: 502 }, false],
  ['a secondary rate limit', { kind: 'reply', ...secondaryLimit(60) }, false],
  ['a used-up rate limit', { kind: 'reply', ...primaryLimit(4_000_000_000) }, false],
  ['403 for want of a permission', { kind: 'reply', ...noPermission() }, true],
  ['404', reply(404, 'Not Found'), true],
  ['422', reply(422, 'Validation Failed'), false],
  ['no answer', { kind: 'hang' }, false],
  ['a connection that breaks', { kind: 'drop-before' }, false],
  ['an answer that is lost', { kind: 'drop-after' }, false],
  ['half of an answer', { kind: 'truncate' }, false],
  ['an answer that is no JSON', { kind: 'html', status: 200 }, false],
];

/** Milliseconds for one call: short if there will be no response, long enough for a busy machine otherwise. */
export function limitFor({ kind }: Fault): number {
  return kind === 'hang' ? 300 : 30_000;
}
