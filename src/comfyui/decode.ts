// RunComfy's Serverless API as data: decodes replies, knows no network. Sources: RunComfy docs, serverless/async-queue-endpoints and deployment-endpoints.

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

/** Where a request stands, and on which machine. */
export type DeploymentState = RequestState & {
  /** null where none is told. Told while the request waits: the machine boots. */
  readonly instanceId: string | null;
  readonly logUrl: string | null;
};

export type DeploymentResult =
  | (Extract<RequestResult, { result: 'succeeded' }> & {
      /** As it came, for the report; `output` is what there is to be saved. */
      readonly raw: unknown;
      /** Why there is nothing, as a sentence with the remedy; null where there is something. */
      readonly emptyBecause: string | null;
    })
  | Exclude<RequestResult, { result: 'succeeded' }>;

/** `requested`: cancelled once its status says so. */
export type CancelAnswer = 'cancelled' | 'requested' | 'not_cancellable';

export interface Deployment {
  readonly isEnabled: boolean;
  /** The saved graph; null where it is not told, and for deployments without one (LoRA). */
  readonly graph: Graph | null;
  readonly name: string | null;
  readonly hardware: string | null;
  /** RunComfy's own word, such as `standby`. */
  readonly status: string | null;
}

const NOTHING_MADE =
  'ComfyUI ended without making anything: it has run this graph before and found every node in its cache. Change a value that the picture depends on, such as the seed of the sampler, and run again.';

const CHECK_GRAPH =
  'Check what was sent against what the deployment has (models, custom nodes, memory), then run again.';

/** The id of the accepted request. Throws DeploymentError where it was refused, and null where the answer cannot be read: then nobody knows. */
export function decodeSubmit(reply: Reply): string | null {
  return asDeployment(reply, decodeModelSubmit);
}

/** Throws DeploymentError; an unreadable answer is an outage. */
export function decodeState(reply: Reply): DeploymentState {
  const state = asDeployment(reply, decodeModelState);
  const body = bodyOf(reply);
  return { ...state, instanceId: word(body.instance_id), logUrl: word(body.log_url) };
}

/** `graph`: the one that was sent, where it is known, for the titles of nodes. Throws DeploymentError; an unreadable answer is an outage. */
export function decodeResult(reply: Reply, graph: Graph | null = null): DeploymentResult {
  const decoded = asDeployment(reply, decodeModelResult);
  const body = bodyOf(reply);
  if (decoded.result === 'failed') {
    const words = failureWords(body.error, graph);
    const advice = [...madeBefore(body.outputs), CHECK_GRAPH].join(' ');
    return { ...decoded, ...(words === '' ? {} : { reason: `"${words}"` }), advice };
  }
  if (decoded.result !== 'succeeded') return decoded;

  // What is told beside the output is no output once more, and no machine.
  const { outputs: _, instance_id: _1, ...beside } = decoded.beside;
  // `outputs` by node of a graph, `output` of a LoRA deployment.
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

/** Nodes that came to their end before another one failed are paid for too. A sentence; none where there is no file. */
function madeBefore(outputs: unknown): readonly string[] {
  const addresses = filesOfNodes(outputs).flatMap((address) =>
    /^https?:/i.test(address) ? (URL.parse(address)?.href ?? []) : [],
  );
  const more = addresses.length - MAX_TOLD;
  const told = addresses.slice(0, MAX_TOLD).join(', ');
  return told === '' ? [] : [`Before that it made ${told}${more > 0 ? `, and ${more} more files` : ''} (paid for).`];
}

/** What became of the wish to cancel: `status` says it in version 1 of the API, `outcome` in version 2. */
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
  // An entry has no state of a request; what decodes one tells a refusal from an answer.
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

/** As an object, or as the text of one. */
function graphIn(written: unknown): Graph | null {
  const value = typeof written === 'string' ? parseJsonObject(written) : jsonObject(written);
  return value !== null && isJson(value) ? readGraph(value).graph : null;
}

/** What was parsed from JSON can be nothing else. */
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
