// Makes @actions/artifact get along with servers that know only its older requests, and that refuse without a word (act, up to 0.2.89).
import { HttpClient } from '@actions/http-client';
import { parseJsonObject } from '../json.ts';

type Response = Awaited<ReturnType<HttpClient['post']>>;

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';
/** Artifact version 7; before it every artifact was a zip. */
const NEWER_FIELD = 'mime_type';

let isLenient = false;

/**
 * The library takes a refusal without JSON for an outage: it tries again for half a minute, and then tells of "JSON input". It offers no way in between, so its
 * HTTP client gets one here: a refusal without a word is met with one try without the newer field, and has words in the end.
 */
export function useLenientRequests(): void {
  if (isLenient) return;
  isLenient = true;
  const { post } = HttpClient.prototype;
  HttpClient.prototype.post = async function (url, data, headers): Promise<Response> {
    const response = await post.call(this, url, data, headers);
    if (!url.includes(SERVICE)) return response;
    const older = withoutNewerField(data);
    const body = await refusal(response);
    if (body === null) return response;
    if (isJson(body) && !body.includes(NEWER_FIELD)) return answer(response, body);
    if (older === null) return answer(response, WITHOUT_REASON);
    const again = await post.call(this, url, older, headers);
    const second = await refusal(again);
    return second === null ? again : answer(again, isJson(second) ? second : WITHOUT_REASON);
  };
}

/** The body of a refusal; null for every other answer. A gateway that is out of order (502 to 504) refuses nothing. */
async function refusal(response: Response): Promise<string | null> {
  const { statusCode } = response.message;
  return statusCode === 400 || statusCode === 500 ? response.readBody() : null;
}

const WITHOUT_REASON = JSON.stringify({
  code: 'malformed',
  msg: 'the artifact server gives no reason, as one does that is too old for this request',
});

function answer({ message }: Response, body: string): Response {
  return { message, readBody: async () => body };
}

function withoutNewerField(data: string): string | null {
  const { [NEWER_FIELD]: newer, ...older } = parseJsonObject(data) ?? {};
  return newer === undefined ? null : JSON.stringify(older);
}

function isJson(body: string): boolean {
  return parseJsonObject(body) !== null;
}
