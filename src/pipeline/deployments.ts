// Checks deployments before anything is paid for: a deleted or disabled one stops the run, and so does an override that does not match its saved graph.
import type { Serverless } from '../comfyui/client.ts';
import type { Graph } from '../graphs/graph.ts';
import type { Task } from '../tasks/task.ts';

export interface Deployments {
  /** The saved graph of a deployment; null if not known. Throws ActionError if the deployment cannot be used, and the signal's reason. */
  saved(id: string): Promise<Graph | null>;
  /** The same if it has already been looked up; otherwise null. */
  known(id: string): Graph | null;
  /** Throws like `saved`, and for overrides that do not match. Returns sentences about what is allowed, but should be known. */
  check(tasks: readonly Task[]): Promise<readonly string[]>;
}

export function createDeployments(service: () => Promise<Serverless>, signal: AbortSignal): Deployments {
  const asked = new Map<string, Promise<Graph | null>>();
  const graphs = new Map<string, Graph | null>();

  async function ask(id: string): Promise<Graph | null> {
    const { lookUpDeployment } = await import('../comfyui/look-up.ts');
    const graph = (await lookUpDeployment(await service(), id, signal))?.graph ?? null;
    graphs.set(id, graph);
    return graph;
  }

  function saved(id: string): Promise<Graph | null> {
    const asking = asked.get(id) ?? ask(id);
    asked.set(id, asking);
    return asking;
  }

  return {
    saved,
    known: (id) => graphs.get(id) ?? null,
    async check(tasks) {
      const those = tasks.filter(({ deployment }) => deployment !== null);
      if (those.length === 0) return [];
      const { checkOverrides } = await import('./overrides.ts');
      return checkOverrides(those, saved);
    },
  };
}
