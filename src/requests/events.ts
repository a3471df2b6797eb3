// What happens to one request, as it happens: for the journal, the log, and tests.
import type { ActionError } from '../lib/errors.ts';
import type { RequestState } from '../runcomfy/protocol.ts';
import type { Ending } from '../tasks/paid-request.ts';

export type RequestEvent =
  /** The next moment a paid call goes out; what must survive a kill is to be written now. */
  | { readonly event: 'submitting' }
  /** It certainly was not accepted. */
  | { readonly event: 'refused' }
  /** A request that is paid for already is collected instead of a new one. Not `owned`: nothing and nobody may cancel it. */
  | { readonly event: 'adopted'; readonly requestId: string; readonly owned: boolean }
  | { readonly event: 'submitted'; readonly requestId: string }
  /** Exactly one for each request that was adopted, submitted, or whose answer was lost. */
  | { readonly event: 'ended'; readonly how: Ending }
  /** Asked, and nothing has changed. */
  | { readonly event: 'polled' }
  | { readonly event: 'state'; readonly state: RequestState; readonly ageMs: number }
  | { readonly event: 'trouble'; readonly error: ActionError; readonly doing: 'submit' | 'poll' };
