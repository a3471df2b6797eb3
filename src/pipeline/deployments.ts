// Looks up deployments, free of charge, before anything is paid for or collected. A deleted deployment always stops the run. If the run submits anything, a disabled one does too, and so does an override that does not match the saved graph.
import type { Serverless } from '../comfyui/client.ts';
import type { Deployment } from '../comfyui/decode.ts';
import type { Graph } from '../graphs/graph.ts';
import type { Task } from '../tasks/task.ts';

export interface Deployments {
  /** The saved graph of a deployment; null if not known. Throws ActionError if the deployment was deleted or the token has no access to it, and the signal's reason. */
  saved(id: string): Promise<Graph | null>;
  /** The same if it has already been looked up; otherwise null. */
  known(id: string): Graph | null;
  /** Checks whether the tasks can be submitted. Throws like `saved`, for disabled deployments, and for overrides that do not match. Returns warnings as sentences. */
  check(tasks: readonly Task[]): Promise<readonly string[]>;
}

export function createDeployments(service: () => Promise<Serverless>, signal: AbortSignal): Deployments {
  const asked = new Map<string, Promise<Deployment | null>>();
  const graphs = new Map<string, Graph | null>();

  async function ask(id: string): Promise<Deployment | null> {
    const { lookUpDeployment } = await import('../comfyui/look-up.ts');
    const found = await lookUpDeployment(await service(), id, signal);
    graphs.set(id, found?.graph ?? null);
    return found;
  }

  function lookUp(id: string): Promise<Deployment | null> {
    const asking = asked.get(id) ?? ask(id);
    asked.set(id, asking);
    return asking;
  }

  async function enabled(id: string): Promise<Graph | null> {
    const found = await lookUp(id);
    if (found?.isEnabled !== false) return found?.graph ?? null;
    const { disabled } = await import('../comfyui/look-up.ts');
    throw disabled(id);
  }

  return {
    saved: async (id) => (await lookUp(id))?.graph ?? null,
    known: (id) => graphs.get(id) ?? null,
    async check(tasks) {
      const those = tasks.filter(({ deployment }) => deployment !== null);
      if (those.length === 0) return [];
      const { checkOverrides } = await import('./overrides.ts');
      return checkOverrides(those, enabled);
    },
  };
}
