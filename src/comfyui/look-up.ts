// Looks up a deployment, free of charge, before anything is sent to it or collected from it.

import { ConnectionError } from '../http/client.ts';
import { ActionError } from '../lib/errors.ts';
import type { Serverless } from './client.ts';
import type { Deployment } from './decode.ts';
import { DeploymentError, DISABLED } from './refusal.ts';

/** null if RunComfy gave no reliable response: the submit will show. Throws ActionError for a deployment that cannot be used, and the signal's reason. */
export async function lookUpDeployment(
  service: Pick<Serverless, 'deployment'>,
  id: string,
  signal: AbortSignal,
): Promise<Deployment | null> {
  try {
    return await service.deployment(id, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ConnectionError) return null;
    if (!(error instanceof DeploymentError)) throw error;
    if (error.code === DISABLED) return { isEnabled: false, graph: null, name: null, hardware: null, status: null };
    // Only RunComfy itself sends a code. A gateway that does not know the URL also returns 404.
    if (error.code === null || error.isTransient) return null;
    const said = error.kind === 'model-not-found' ? `RunComfy has no deployment ${id}` : `Looking up deployment ${id}`;
    throw new ActionError(error.kind, `${said}: ${error.message}`, {
      advice: `Nothing was submitted. ${error.advice}`,
      cause: error,
    });
  }
}

/** Not for collecting, which a disabled deployment still allows. */
export function disabled(id: string): ActionError {
  return new ActionError('invalid-request', `Deployment ${id} is disabled.`, {
    advice: 'Nothing was submitted. Enable it on runcomfy.com, or use another one.',
  });
}
