// Makes @actions/artifact get along with servers that know only its older requests, and that refuse without a word (act, up to 0.2.89).
import { HttpClient } from '@actions/http-client';
import { parseJsonObject } from '../lib/json.ts';

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
    const body = await response.readBody();
    const older = withoutNewerField(data);
    if (!isRefusal(response) || older === null || (isJson(body) && !body.includes(NEWER_FIELD)))
      return answer(response, body);
    const again = await post.call(this, url, older, headers);
    return answer(again, await again.readBody());
  };
}

/** A gateway that is out of order (502 to 504) refuses nothing. */
function isRefusal({ message: { statusCode } }: Response): boolean {
  return statusCode === 400 || statusCode === 500;
}

/** What a refusal without words is said to be. */
export const NO_REASON = 'the artifact server gave no reason; it may be too old for this request';

const WITHOUT_REASON = JSON.stringify({ code: 'malformed', msg: NO_REASON });

function answer(response: Response, body: string): Response {
  const text = isRefusal(response) && !isJson(body) ? WITHOUT_REASON : escapedSignature(body);
  return { message: response.message, readBody: async () => text };
}

/** Azure's client cuts a value of the query at a bare `=`, which is how base64 may end. */
function escapedSignature(body: string): string {
  const { signed_upload_url, signedUploadUrl, ...rest } = parseJsonObject(body) ?? {};
  const address = signed_upload_url ?? signedUploadUrl;
  if (typeof address !== 'string' || !/[?&][^=&]+=[^&]*=/.test(address)) return body;
  const url = URL.parse(address);
  if (url === null) return body;
  url.search = url.searchParams.toString();
  return JSON.stringify({ ...rest, signed_upload_url: url.href });
}

function withoutNewerField(data: string): string | null {
  const { [NEWER_FIELD]: newer, ...older } = parseJsonObject(data) ?? {};
  return newer === undefined ? null : JSON.stringify(older);
}

function isJson(body: string): boolean {
  return parseJsonObject(body) !== null;
}
