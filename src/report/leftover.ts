// What the post phase found and did, for people.
import type { StoredArtifact } from '../lib/ports.ts';
import { besidesIds, pagesOf } from '../lib/request-pages.ts';
import type { Ending } from '../tasks/paid-request.ts';
import { code, href } from './markdown.ts';

const MEANINGS: Readonly<Record<Ending, string>> = {
  cancelled: 'Cancelled at RunComfy',
  running: 'Still running at RunComfy, and may be billed',
  finished: 'Finished at RunComfy, and billed',
  failed: 'Failed at RunComfy',
  refused: 'Refused by RunComfy',
  empty: 'Finished at RunComfy without any output',
  outlasted: 'Took longer than `timeout`, may still be running at RunComfy, and may be billed',
  gone: 'No longer known to RunComfy',
  unknown: 'Submitted, but the response was lost',
};

export interface LeftoverRequest {
  /** null: the submit got no response. */
  readonly requestId: string | null;
  /** Its name for people. */
  readonly task: string;
  readonly ending: Ending;
  /** Its deployment; missing for the Model API. */
  readonly deployment?: string;
}

function deploymentsOf(requests: readonly LeftoverRequest[]): readonly (string | null)[] {
  return requests.map(({ deployment }) => deployment ?? null);
}

/** The same facts for the log and for the job summary. `collectable`: the requests are on record. */
export function leftoverSummary(
  requests: readonly LeftoverRequest[],
  uploads: readonly StoredArtifact[],
  collectable: boolean,
): { text: string; markdown: string } {
  const groups = [...Map.groupBy(requests, ({ ending }) => ending)];
  const name = ({ requestId, task }: LeftoverRequest): string => requestId ?? task;
  const how = collectable
    ? 'a re-run of this job collects it without paying again'
    : `pass the id to input \`collect\`${besidesIds(deploymentsOf(requests))} to get the files without paying again`;
  const meaning = (ending: Ending, group: readonly LeftoverRequest[]): string => {
    if (ending === 'unknown')
      return `${MEANINGS[ending]}; check ${pagesOf(deploymentsOf(group))} before you run this again`;
    return ending === 'finished' || ending === 'running' ? `${MEANINGS[ending]}; ${how}` : MEANINGS[ending];
  };
  const lines = groups.map(([ending, group]) => `${meaning(ending, group)}: ${group.map(name).join(', ')}.`);
  const stored = uploads.map((artifact) => `Uploaded what was saved: artifact ${artifact.name}.`);
  const text = ['What the step could not finish:', ...lines, ...stored].join('\n');
  const items = [
    ...groups.map(
      ([ending, group]) => `<li>${meaning(ending, group)}: ${group.map((one) => code(name(one))).join(', ')}</li>`,
    ),
    ...uploads.map(
      ({ name: artifact, url }) =>
        `<li>Uploaded what was saved: <a href="${href(url) ?? ''}">${code(artifact)}</a></li>`,
    ),
  ];
  return {
    text,
    markdown: `### RunComfy: what a step could not finish\n\n<ul>\n${items.join('\n')}\n</ul>\n`,
  };
}
