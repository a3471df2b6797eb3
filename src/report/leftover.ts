// What the post phase found and did, for people.
import type { Settled } from '../journal.ts';
import type { Ending } from '../ledger/paid-request.ts';
import type { StoredArtifact } from '../ports.ts';
import { code, href } from './markdown.ts';

const MEANINGS: Readonly<Record<Ending, string>> = {
  cancelled: 'Cancelled at RunComfy',
  running: 'Still running at RunComfy, and may be billed',
  finished: 'Finished at RunComfy, and billed',
  failed: 'Failed at RunComfy',
  refused: 'Refused by RunComfy',
  empty: 'Finished at RunComfy without any output',
  outlasted: 'Outlasted `timeout`, may still be running at RunComfy, and may be billed',
  gone: 'No longer known to RunComfy',
  unknown: 'Submitted, but the answer was lost; look under Generations on runcomfy.com before running again',
};

/** The same facts for the log and for the job summary. `collectable`: the record of the requests could be kept. */
export function leftoverSummary(
  settled: readonly Settled[],
  uploads: readonly StoredArtifact[],
  collectable: boolean,
): { text: string; markdown: string } {
  const groups = [...Map.groupBy(settled, ({ state }) => state)];
  const name = ({ request }: Settled): string => request.requestId ?? request.job;
  const meaning = (state: Ending): string =>
    `${MEANINGS[state]}${state === 'finished' && collectable ? '; a re-run of this job collects it without paying again' : ''}`;
  const lines = groups.map(([state, group]) => `${meaning(state)}: ${group.map(name).join(', ')}.`);
  const stored = uploads.map((artifact) => `Uploaded what was saved: artifact ${artifact.name}.`);
  const text = ['What the step could not finish:', ...lines, ...stored].join('\n');
  const items = [
    ...groups.map(([state, group]) => `<li>${meaning(state)}: ${group.map((one) => code(name(one))).join(', ')}</li>`),
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
