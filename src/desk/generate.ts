// The command `generate` on the command line: it uses journals instead of a cache, asks before it spends, and has no artifacts or comments.
import path from 'node:path';
import type { GeneratePorts } from '../commands/generate.ts';
import { removeHalfFiles } from '../files/half-files.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Claims } from '../ledger/claims.ts';
import { openJournal } from '../ledger/journal.ts';
import type { systemClock } from '../lib/clock.ts';
import { ActionError } from '../lib/errors.ts';
import type { Approval } from '../pipeline/approval.ts';
import type { Signals } from '../pipeline/grace.ts';
import type { PublishPorts } from '../pipeline/publish.ts';
import type { Services } from '../services.ts';
import { openDeskLedger } from './ledger.ts';
import { createProgress } from './progress.ts';
import { type Repository, whoAsks } from './repository.ts';
import { type Call, tidy } from './state.ts';
import type { Terminal } from './terminal.ts';

export interface DeskPorts extends PublishPorts {
  readonly workspace: Workspace;
  readonly clock: typeof systemClock;
  readonly cancelled: AbortSignal;
}

interface GenerateSources {
  readonly ports: DeskPorts;
  readonly services: Services;
  readonly terminal: Terminal;
  readonly call: Call;
  readonly repository: Repository;
  readonly approval: Approval;
  readonly signals: Signals;
}

/** Returns the error that the command fails with; null if it succeeds. */
export async function generateAtDesk(
  inputs: Inputs,
  { ports, services, terminal, call, repository, approval, signals }: GenerateSources,
): Promise<ActionError | null> {
  const service = await services.service(inputs.apiUrl);
  if (service === null) throw noToken();
  const journal = openJournal(call.journal);
  const narrator = createProgress(terminal, ports.clock);
  const generatePorts: GeneratePorts = {
    ...ports,
    http: await services.http(),
    service,
    serverless: () => services.serverless(inputs.deploymentsUrl),
    artifacts: {
      unsupported: 'Artifacts belong to workflows.',
      prepare: async () => {},
      upload: () => Promise.reject(new Error('there are no artifacts at the desk')),
    },
    journal,
    identity: whoAsks(repository, path.basename(call.folder)),
    claims: CLAIMS,
    async openLedger({ record, forced }) {
      // Looked up now, so that of two calls that start together, each sees the other.
      const others = call.others();
      // A running call may be about to rename what looks like a partial file.
      if (others.every(({ pid }) => pid === null))
        await removeHalfFiles([...new Set(others.flatMap(({ left }) => left.placing))]);
      const ledger = openDeskLedger({
        others: inputs.collect === null ? others : [],
        journal,
        clock: ports.clock,
        record,
        forced,
        isManifest: inputs.manifest !== null,
        lookUp: inputs.resume,
      });
      tidy(others, ports.clock.date());
      return ledger;
    },
    narrator,
    approval,
    handOver: () => {},
    preview: async () => null,
  };
  try {
    const { generate } = await import('../commands/generate.ts');
    return await generate(inputs, generatePorts, signals);
  } finally {
    narrator.end();
  }
}

/** Existing files are never replaced: they may be images of earlier calls, of which there is no other copy. */
const CLAIMS: Claims = { countUse: () => 1, takeFile: () => true, mayReplace: false };

function noToken(): ActionError {
  return new ActionError('bad-input', 'There is no RunComfy API token: RUNCOMFY_TOKEN is not set.', {
    advice:
      'Copy your token from runcomfy.com (Profile, API Token), and set it: `export RUNCOMFY_TOKEN=...`. Nothing was sent.',
  });
}
