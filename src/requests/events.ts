// The events of one request, for the journal, the log, and tests.
import type { ActionError } from '../lib/errors.ts';
import type { RequestState } from '../runcomfy/protocol.ts';
import type { Ending } from '../tasks/paid-request.ts';

export type RequestEvent =
  /** A paid call is about to be sent. What must survive a kill must be written now. */
  | { readonly event: 'submitting' }
  /** It was certainly not accepted. */
  | { readonly event: 'refused' }
  /** A paid request is collected instead of a new one. If not `owned`, it must not be cancelled. */
  | { readonly event: 'adopted'; readonly requestId: string; readonly owned: boolean }
  | { readonly event: 'submitted'; readonly requestId: string }
  /** Exactly one for each request that was adopted or submitted, or whose response was lost. */
  | { readonly event: 'ended'; readonly how: Ending }
  /** Polled, and nothing has changed. */
  | { readonly event: 'polled' }
  | { readonly event: 'state'; readonly state: RequestState; readonly ageMs: number }
  | { readonly event: 'trouble'; readonly error: ActionError; readonly doing: 'submit' | 'poll' };
