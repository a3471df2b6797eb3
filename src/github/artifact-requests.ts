// Makes @actions/artifact work with servers that only know its older requests, and that refuse without a reason (act, up to 0.2.89).
import { HttpClient } from '@actions/http-client';
import { parseJsonObject } from '../lib/json.ts';

type Response = Awaited<ReturnType<HttpClient['post']>>;

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';
/** Artifact version 7. In earlier versions, every artifact was a zip. */
const NEWER_FIELD = 'mime_type';

let isLenient = false;

/**
 * The library treats a refusal without JSON as an outage: it retries for half a minute, and then reports "JSON input". It has no hook for this, so this
 * patches its HTTP client: after a refusal without a reason, it tries once without the newer field. If that fails too, the refusal gets a reason.
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

/** Gateway errors (502 to 504) are not refusals. */
function isRefusal({ message: { statusCode } }: Response): boolean {
  return statusCode === 400 || statusCode === 500;
}

/** The reason for a refusal without one. */
export const NO_REASON = 'the artifact server gave no reason; it may be too old for this request';

const WITHOUT_REASON = JSON.stringify({ code: 'malformed', msg: NO_REASON });

function answer(response: Response, body: string): Response {
  const text = isRefusal(response) && !isJson(body) ? WITHOUT_REASON : escapedSignature(body);
  return { message: response.message, readBody: async () => text };
}

/** Azure's client cuts a query value at an unescaped `=`, which can be the end of base64. */
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
