// Looks up a deployment before anything is paid for. One that is deleted or disabled stops the run. Otherwise, only its graph stays unknown.

import { ConnectionError } from '../http/client.ts';
import { ActionError } from '../lib/errors.ts';
import type { Serverless } from './client.ts';
import type { Deployment } from './decode.ts';
import { DeploymentError } from './refusal.ts';

/** null if RunComfy gave no reliable response: the submit will show. Throws ActionError for a deployment that cannot be used, and the signal's reason. */
export async function lookUpDeployment(
  service: Pick<Serverless, 'deployment'>,
  id: string,
  signal: AbortSignal,
): Promise<Deployment | null> {
  let found: Deployment;
  try {
    found = await service.deployment(id, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ConnectionError) return null;
    if (!(error instanceof DeploymentError)) throw error;
    // Only RunComfy itself sends a code. A gateway that does not know the URL also returns 404.
    if (error.code === null || error.isTransient) return null;
    const said = error.kind === 'model-not-found' ? `RunComfy has no deployment ${id}` : `Looking up deployment ${id}`;
    throw new ActionError(error.kind, `${said}: ${error.message}`, {
      advice: `Nothing was submitted. ${error.advice}`,
      cause: error,
    });
  }
  if (found.isEnabled) return found;
  throw new ActionError('invalid-request', `Deployment ${id} is disabled.`, {
    advice: 'Nothing was submitted. Enable it on runcomfy.com, or use another one.',
  });
}
