// Checks the overrides of tasks against the saved graphs of their deployments.
import type { Graph } from '../graphs/graph.ts';
import { againstGraph } from '../graphs/overrides.ts';
import { ActionError } from '../lib/errors.ts';
import type { Task } from '../tasks/task.ts';

const MAX_LINES = 20;

/** Throws ActionError for overrides that do not match, and as `saved` does. Returns sentences about what is allowed, but should be known. */
export async function checkOverrides(
  tasks: readonly Task[],
  saved: (deployment: string) => Promise<Graph | null>,
): Promise<readonly string[]> {
  const notes = new Set<string>();
  const lines = new Set<string>();
  for (const { name, deployment } of tasks) {
    if (deployment === null) continue;
    const graph = await saved(deployment.id);
    const order = deployment.graph;
    for (const note of order?.notes ?? []) notes.add(note);
    if (graph === null || order === null || order.graph !== null) continue;
    const found = againstGraph(order.overrides, graph);
    for (const note of found.notes) notes.add(note);
    for (const message of found.messages) lines.add(`${name}: ${message}`);
  }
  if (lines.size > 0) throw notFittingSaved([...lines]);
  return [...notes];
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
