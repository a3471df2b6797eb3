// Looks at deployments before anything is paid for, free of charge: one that is gone or disabled stops the run, and so does an override that its saved graph has no place for.
import type { Serverless } from '../comfyui/client.ts';
import type { Graph } from '../graphs/graph.ts';
import type { Task } from '../tasks/task.ts';

export interface Deployments {
  /** The graph that a deployment has saved; null where that is not told. Throws ActionError for one that cannot be used, and the signal's reason. */
  saved(id: string): Promise<Graph | null>;
  /** The same of what has been asked for already; null otherwise. */
  known(id: string): Graph | null;
  /** Throws likewise, and for overrides that do not fit. Returns what is allowed, but should be known: sentences. */
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
