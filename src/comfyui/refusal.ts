// The refusals of the Serverless API: those of the Model API, with advice about deployments instead of models.
import { type Reply, ServiceError } from '../runcomfy/protocol.ts';

type Kind = ConstructorParameters<typeof ServiceError>[3];

const ADVICE: Readonly<Record<string, string>> = {
  'invalid-request': "Compare the overrides with the graph, and the graph with the deployment's page on runcomfy.com.",
  unauthorized:
    'Check the token (runcomfy.com, Profile, API Token), and that the deployment belongs to the account of the token.',
  'insufficient-balance': 'Add funds on runcomfy.com, then run again. What was already generated is kept.',
  'model-not-found': 'Copy the id from the page of the deployment on runcomfy.com; it may have been deleted.',
  'rate-limited': 'Lower `concurrency`, or run again later.',
  unavailable: 'This looks like an outage. Run again later.',
};

export const DISABLED = 10002;
const DELETED = 10003;

/** The Serverless API refused. */
export class DeploymentError extends ServiceError {
  override readonly advice: string;

  constructor({ status, retryAfterMs }: Reply, refusal: ServiceError) {
    super({ status, retryAfterMs, body: '' }, refusal.code, '', kindOf(refusal));
    this.message = refusal.message;
    this.advice = adviceFor(refusal, this.kind);
  }
}

/** The meaning of both codes is not documented, but they are not about the token. */
function kindOf(refusal: ServiceError): Kind {
  if (refusal.kind === 'unavailable') return 'unavailable';
  if (refusal.code === DISABLED) return 'invalid-request';
  return refusal.code === DELETED ? 'model-not-found' : undefined;
}

function adviceFor({ status, code }: ServiceError, kind: string): string {
  if (status >= 300 && status < 400) return 'Check `deployments-url`: API calls do not follow redirects.';
  if (status === 413) return 'The request is too large. Send smaller files.';
  if (code === DISABLED)
    return 'Enable the deployment on runcomfy.com, then run again. If it is enabled, check the account.';
  if (kind === 'unavailable' && (status === 401 || status === 403))
    return 'This response comes from a proxy or a firewall, not from the API. Check `deployments-url` and the network, or run again later.';
  return ADVICE[kind] ?? '';
}

/** Decodes a response. A refusal gets advice about deployments. */
export function asDeployment<T>(reply: Reply, decode: (reply: Reply) => T): T {
  try {
    return decode(reply);
  } catch (error) {
    throw error instanceof ServiceError ? new DeploymentError(reply, error) : error;
  }
}
