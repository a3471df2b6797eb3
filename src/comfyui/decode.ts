// RunComfy's Serverless API as data: decodes responses, without any network. Sources: RunComfy docs, serverless/async-queue-endpoints and deployment-endpoints.

import { type Graph, readGraph } from '../graphs/graph.ts';
import { quoted } from '../lib/errors.ts';
import { type Json, type JsonValue, jsonObject, parseJsonObject } from '../lib/json.ts';
import {
  decodeCancel as decodeModelCancel,
  decodeResult as decodeModelResult,
  decodeState as decodeModelState,
  decodeSubmit as decodeModelSubmit,
  type Reply,
  type RequestResult,
  type RequestState,
} from '../runcomfy/protocol.ts';
import { failureWords } from './failure.ts';
import { filesOfNodes, isEmpty } from './outputs.ts';
import { asDeployment } from './refusal.ts';

/** The state of a request, and its machine. */
export type DeploymentState = RequestState & {
  /** null if the response has none. While the request waits, it means that this machine boots. */
  readonly instanceId: string | null;
  readonly logUrl: string | null;
};

export type DeploymentResult =
  | (Extract<RequestResult, { result: 'succeeded' }> & {
      /** As received, for the report. `output` is what is to be saved. */
      readonly raw: unknown;
      /** Why there is no output, as a sentence with the remedy; null if there is some. */
      readonly emptyBecause: string | null;
    })
  | Exclude<RequestResult, { result: 'succeeded' }>;

/** `requested`: it is cancelled once its status says so. */
export type CancelAnswer = 'cancelled' | 'requested' | 'not_cancellable';

export interface Deployment {
  readonly isEnabled: boolean;
  /** The saved graph; null if the response has none, and for deployments without one (LoRA). */
  readonly graph: Graph | null;
  readonly name: string | null;
  readonly hardware: string | null;
  /** In RunComfy's own words, such as `standby`. */
  readonly status: string | null;
}

const NOTHING_MADE =
  'ComfyUI finished without any output: it has run this graph before, and took every node from its cache. Change a value that the picture depends on, such as the seed of the sampler, then run again.';

const CHECK_GRAPH =
  'Check what was sent against what the deployment has (models, custom nodes, memory), then run again.';

/** The id of the accepted request; null if the response cannot be read, so that it is not known. Throws DeploymentError if the submit was refused. */
export function decodeSubmit(reply: Reply): string | null {
  return asDeployment(reply, decodeModelSubmit);
}

/** Throws DeploymentError. An unreadable response counts as an outage. */
export function decodeState(reply: Reply): DeploymentState {
  const state = asDeployment(reply, decodeModelState);
  const body = bodyOf(reply);
  return { ...state, instanceId: word(body.instance_id), logUrl: word(body.log_url) };
}

/** `graph`: the one that was sent, if known, for the titles of nodes. Throws DeploymentError. An unreadable response counts as an outage. */
export function decodeResult(reply: Reply, graph: Graph | null = null): DeploymentResult {
  const decoded = asDeployment(reply, decodeModelResult);
  const body = bodyOf(reply);
  if (decoded.result === 'failed') {
    const words = failureWords(body.error, graph);
    const advice = [...madeBefore(body.outputs), CHECK_GRAPH].join(' ');
    return { ...decoded, ...(words === '' ? {} : { reason: `"${words}"` }), advice };
  }
  if (decoded.result !== 'succeeded') return decoded;

  // The report has the rest of the response without the output, which it has already, and without the machine.
  const { outputs: _, instance_id: _1, ...beside } = decoded.beside;
  // A graph has `outputs` by node, a LoRA deployment has `output`.
  const raw = [body.outputs, body.output].find((output) => !isEmpty(output)) ?? null;
  if (raw !== null) {
    const files = raw === body.outputs ? filesOfNodes(raw) : [];
    return { ...decoded, beside, output: files.length > 0 ? files : raw, raw, emptyBecause: null };
  }
  const words = failureWords(body.error, graph);
  if (words !== '')
    return { result: 'failed', reason: `"${words}"`, refused: false, cost: decoded.cost, advice: CHECK_GRAPH };
  return { ...decoded, beside, output: null, raw: body.outputs ?? body.output ?? null, emptyBecause: NOTHING_MADE };
}

const MAX_TOLD = 3;

/** Nodes that finished before another one failed are paid for too. A sentence; none if there is no file. */
function madeBefore(outputs: unknown): readonly string[] {
  const addresses = filesOfNodes(outputs).flatMap((address) =>
    /^https?:/i.test(address) ? (URL.parse(address)?.href ?? []) : [],
  );
  const more = addresses.length - MAX_TOLD;
  const told = addresses.slice(0, MAX_TOLD).join(', ');
  return told === '' ? [] : [`Before that it made ${told}${more > 0 ? `, and ${more} more files` : ''} (paid for).`];
}

/** Whether the cancellation worked: version 1 of the API says it in `status`, version 2 in `outcome`. */
export function decodeCancel(reply: Reply): CancelAnswer {
  const plain = asDeployment(reply, decodeModelCancel);
  const body = bodyOf(reply);
  const words = [body.outcome, body.status].map((said) => (typeof said === 'string' ? said.toLowerCase() : ''));
  if (words.includes('not_cancellable')) return 'not_cancellable';
  if (plain === 'cancelled') return 'cancelled';
  const isRequested = words.some((said) =>
    /^(cancell?ation_requested|cancell?ing|cancel_requested|pending_cancel)$/.test(said),
  );
  return isRequested ? 'requested' : 'not_cancellable';
}

/** Throws DeploymentError. */
export function decodeDeployment(reply: Reply): Deployment {
  // An entry is not the state of a request, but the same code tells refusals from other responses.
  asDeployment(reply, decodeModelState);
  const body = bodyOf(reply);
  const entry = jsonObject(body.deployment) ?? body;
  const payload = jsonObject(entry.payload) ?? {};
  return {
    isEnabled: entry.is_enabled !== false,
    graph: graphIn(payload.workflow_api_json) ?? graphIn(entry.workflow_api_json),
    name: word(entry.name),
    hardware: word(entry.hardware),
    status: word(entry.status),
  };
}

/** As an object, or as its text. */
function graphIn(written: unknown): Graph | null {
  const value = typeof written === 'string' ? parseJsonObject(written) : jsonObject(written);
  return value !== null && isJson(value) ? readGraph(value).graph : null;
}

/** Always true for what was parsed from JSON. */
function isJson(value: unknown): value is JsonValue {
  return value !== undefined;
}

function bodyOf(reply: Reply): Json {
  const body = parseJsonObject(reply.body) ?? {};
  const data = jsonObject(body.data);
  return data === null ? body : { ...data, ...body };
}

function word(said: unknown): string | null {
  return typeof said === 'string' && said !== '' ? quoted(said, 200).slice(1, -1) : null;
}
