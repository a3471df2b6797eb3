// Looks at deployments before anything is paid for or collected, free of charge: one that is gone stops the run; so do one that is disabled and an override that its saved graph has no place for, where something is to be sent.
import type { Serverless } from '../comfyui/client.ts';
import type { Deployment } from '../comfyui/decode.ts';
import type { Graph } from '../graphs/graph.ts';
import type { Task } from '../tasks/task.ts';

export interface Deployments {
  /** The graph that a deployment has saved; null where that is not told. Throws ActionError for one that is gone or not for this token, and the signal's reason. */
  saved(id: string): Promise<Graph | null>;
  /** The same of what has been asked for already; null otherwise. */
  known(id: string): Graph | null;
  /** Whether the tasks can be sent. Throws likewise, for deployments that are disabled, and for overrides that do not fit. Returns what is allowed, but should be known: sentences. */
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
