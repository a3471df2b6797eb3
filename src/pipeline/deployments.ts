// Looks at deployments before anything is paid for, free of charge: one that is gone or disabled stops the run, and so does an override that its saved graph has no place for.
import type { Serverless } from '../comfyui/client.ts';
import type { Graph } from '../graphs/graph.ts';
import { ActionError } from '../lib/errors.ts';
import type { Task } from '../tasks/task.ts';

export interface Deployments {
  /** The graph that a deployment has saved; null where that is not told. Throws ActionError for one that cannot be used, and the signal's reason. */
  saved(id: string): Promise<Graph | null>;
  /** The same of what has been asked for already; null otherwise. */
  known(id: string): Graph | null;
  /** Throws likewise, and for overrides that do not fit. Returns what is allowed, but should be known: sentences. */
  check(tasks: readonly Task[]): Promise<readonly string[]>;
}

const MAX_LINES = 20;

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
      const notes = new Set<string>();
      const lines = new Set<string>();
      for (const { name, deployment } of tasks) {
        if (deployment === null) continue;
        const graph = await saved(deployment.id);
        const order = deployment.graph;
        for (const note of order?.notes ?? []) notes.add(note);
        if (graph === null || order === null || order.graph !== null) continue;
        const { againstGraph } = await import('../graphs/overrides.ts');
        const found = againstGraph(order.overrides, graph);
        for (const note of found.notes) notes.add(note);
        for (const message of found.messages) lines.add(`${name}: ${message}`);
      }
      if (lines.size > 0) throw notFittingSaved([...lines]);
      return [...notes];
    },
  };
}

function notFittingSaved(lines: readonly string[]): ActionError {
  const more = lines.length - MAX_LINES;
  const said =
    lines.length === 1
      ? `${lines[0]}.`
      : `${lines.length} overrides do not fit:\n${lines
          .slice(0, MAX_LINES)
          .map((line) => `- ${line}`)
          .join('\n')}${more > 0 ? `\n- and ${more} more` : ''}`;
  return new ActionError('bad-input', `Overrides must fit the graph that the deployment has saved. ${said}`, {
    advice: 'Nothing was submitted. Correct `overrides`, or give the graph as `workflow`.',
  });
}
