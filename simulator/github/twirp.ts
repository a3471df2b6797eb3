// What GitHub's artifact and cache services have in common: the runtime token, and Twirp's calls and errors.
import { type Answer, type CallName, type Complain, json, parseObject, type Target, type Visit } from '../wire.ts';

export const RUN_ID = 'ce7f54c7-61c7-4aae-887f-30da475f5f1a';
export const JOB_ID = 'ca395085-040a-526b-2ce8-bdc85f692774';

/** For ACTIONS_RUNTIME_TOKEN: an unsigned JWT. @actions/artifact reads the run and the job from its `scp`. */
export function runtimeToken(): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp: `Actions.Results:${RUN_ID}:${JOB_ID}` })}.unsigned`;
}

/** The body of a Twirp call: protocol buffers as JSON, in snake case, as GitHub's packages send it. */
export type Fields = Readonly<Record<string, unknown>>;

/** One Twirp service: its path, the names of its calls here, and what they do. */
export interface TwirpService {
  /** Such as `ArtifactService`, of github.actions.results.api.v1. */
  readonly name: string;
  readonly verbs: Readonly<Record<string, CallName>>;
  readonly complain: Complain;
  serve(verb: CallName, fields: Fields): Answer;
}

/** The visit of a call to one of the service's methods; null for any other call. A wrong token is refused. */
export function visitTwirp({ name, verbs, complain, serve }: TwirpService, target: Target): Visit | null {
  const path = `/twirp/github.actions.results.api.v1.${name}/`;
  const verb = target.url.pathname.startsWith(path) ? verbs[target.url.pathname.slice(path.length)] : undefined;
  if (target.method !== 'POST' || !verb) return null;
  if (target.headers.authorization !== `Bearer ${runtimeToken()}`) {
    complain(`${verb}: wrong or missing runtime token`);
    return { name: verb, answer: () => refuse(401, 'unauthenticated', 'invalid runtime token') };
  }
  return { name: verb, answer: (body) => serve(verb, parseObject(body) ?? {}) };
}

/** Twirp's form of an error. */
export function refuse(status: number, code: string, msg: string): Answer {
  return json(status, { code, msg });
}
