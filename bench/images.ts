// The time that the action adds to RunComfy's own time, for one image and for many in parallel.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paint } from '../simulator/pictures/painter.ts';
import { type Simulator, startSimulator } from '../simulator/server.ts';
import type { Action } from './action.ts';
import { type Measurement, nothingToClose } from './measurement.ts';
import type { TimedProcess } from './processes.ts';

// The times vary a little, so that no polling schedule is lucky or unlucky each time.
const ONE_TAKES_MS = [4800, 5100, 4900, 5200, 5000];
const EACH_OF_MANY_TAKES_MS = [2000, 1900, 2100];
const MANY = 20;
const AT_ONCE = 4;
const THOUSANDS = 2000;
const MOST_AT_ONCE = 256;
const EACH_OF_THOUSANDS_TAKES_MS = 2000;

/** One image of about 5 s, with artifact and summary: what the step takes beyond that. */
export async function openOne(action: Action): Promise<Measurement> {
  const added: number[] = [];
  const before: number[] = [];
  const unnoticed: number[] = [];
  const after: number[] = [];
  return {
    rounds: ONE_TAKES_MS.length,
    async sample(round) {
      const runMs = ONE_TAKES_MS[round] ?? 5000;
      await using simulator = await simulatorOf(runMs);
      const { started, seconds } = await action.step(simulator, {});
      const [request] = simulator.requests;
      if (request === undefined) throw new Error('The action succeeded without a request.');
      const noticedAt = request.submittedAt + (request.polls.at(-1) ?? 0);
      added.push(seconds - runMs / 1000);
      before.push(request.submittedAt - started);
      unnoticed.push(noticedAt - request.endsAt);
      after.push(started + seconds * 1000 - noticedAt);
    },
    figures: () => [
      {
        name: 'one: one image, beyond its 5 s',
        unit: 's',
        values: added,
        target: { bound: 'at most', value: 0.6, judges: 'median' },
        remark: 'artifact and summary included',
      },
      { name: '  until it was submitted', unit: 'ms', values: before, target: null },
      { name: '  until its end was noticed', unit: 'ms', values: unnoticed, target: null },
      { name: '  download, artifact, summary, exit', unit: 'ms', values: after, target: null },
    ],
    [Symbol.asyncDispose]: nothingToClose,
  };
}

/** Twenty images of about 2 s, four at once: the duration of the step, relative to the shortest possible one. */
export async function openMany(action: Action): Promise<Measurement> {
  const ratios: number[] = [];
  return {
    rounds: EACH_OF_MANY_TAKES_MS.length,
    async sample(round) {
      const runMs = EACH_OF_MANY_TAKES_MS[round] ?? 2000;
      await using simulator = await simulatorOf(runMs);
      const { seconds } = await action.step(simulator, { count: String(MANY), concurrency: String(AT_ONCE) });
      ratios.push((seconds * 1000) / ((MANY / AT_ONCE) * runMs));
    },
    figures: () => [
      {
        name: 'many: 20 images of 2 s, 4 at once / 10 s',
        unit: 'times',
        values: ratios,
        target: { bound: 'at most', value: 1.1, judges: 'median' },
        remark: 'artifact and summary included',
      },
    ],
    [Symbol.asyncDispose]: nothingToClose,
  };
}

/** 2,000 images of 2 s with the highest `concurrency`: one runner can keep RunComfy's queue full. */
export async function openThousands(action: Action): Promise<Measurement> {
  const name = 'thousands: 2,000 images of 2 s, 256 at once / 16 s';
  return measureThousands(name, { processorMs: 6, megabytes: 300 }, (simulator) =>
    action.step(simulator, { ...AS_MANY_AS_MAY_BE, count: String(THOUSANDS) }),
  );
}

/** The same, but every second image is made from the one before. */
export async function openChains(action: Action): Promise<Measurement> {
  const name = 'chains: 1,000 images of 2 s, and 1,000 made from them / 16 s';
  return measureThousands(name, { processorMs: 8, megabytes: 500 }, async (simulator) => {
    const workspace = await mkdtemp(path.join(tmpdir(), 'runcomfy-bench-'));
    try {
      await writeFile(path.join(workspace, 'images.yml'), manifestOfPairs(THOUSANDS / 2));
      const inputs = { ...AS_MANY_AS_MAY_BE, prompt: '', manifest: 'images.yml' };
      return await action.step(simulator, inputs, workspace);
    } finally {
      await rm(workspace, { recursive: true, force: true });
    }
  });
}

const AS_MANY_AS_MAY_BE = {
  'max-images': String(THOUSANDS),
  concurrency: String(MOST_AT_ONCE),
  'upload-artifact': 'false',
};

function manifestOfPairs(pairs: number): string {
  const entries = Array.from(
    { length: pairs },
    (_, n) => `  - id: plant-${n}
    prompt: Plant number ${n} of the garden
    parameters: { seed: ${n} }
    output: plants/${n}.jpg
  - id: winter-${n}
    model: blackforestlabs/flux-1-kontext/pro/edit
    prompt: The same plant under snow
    files: { image_url: plants/${n}.jpg }
    output: winter/${n}.jpg
`,
  );
  return `version: 1\nimages:\n${entries.join('')}`;
}

/** The maximum cost. It is higher for chains, because each request also sends the file that its image is made from. */
interface Limits {
  /** Processor time for one image, in milliseconds. */
  readonly processorMs: number;
  /** Peak memory. */
  readonly megabytes: number;
}

async function measureThousands(
  name: string,
  max: Limits,
  run: (simulator: Simulator) => Promise<TimedProcess>,
): Promise<Measurement> {
  const ratios: number[] = [];
  const ours: number[] = [];
  const others: number[] = [];
  const peaks: number[] = [];
  return {
    rounds: 3,
    async sample() {
      await using simulator = await simulatorOf(EACH_OF_THOUSANDS_TAKES_MS);
      const before = process.cpuUsage();
      const { seconds, peakBytes, processorSeconds } = await run(simulator);
      const { user, system } = process.cpuUsage(before);
      ratios.push((seconds * 1000) / (Math.ceil(THOUSANDS / MOST_AT_ONCE) * EACH_OF_THOUSANDS_TAKES_MS));
      others.push((user + system) / 1000 / THOUSANDS);
      if (processorSeconds !== null) ours.push((processorSeconds * 1000) / THOUSANDS);
      if (peakBytes !== null) peaks.push(peakBytes / 1024 ** 2);
    },
    figures: () => [
      {
        name,
        unit: 'times',
        values: ratios,
        target: { bound: 'at most', value: 1.25, judges: 'median' },
        remark: 'summary included; the simulator runs on the same machine',
      },
      {
        name: '  processor time for an image, all told',
        unit: 'ms',
        values: ours,
        target: { bound: 'at most', value: max.processorMs, judges: 'median' },
      },
      { name: '  the same of the simulator', unit: 'ms', values: others, target: null },
      {
        name: '  peak memory',
        unit: 'MB',
        values: peaks,
        target: { bound: 'at most', value: max.megabytes, judges: 'median' },
      },
    ],
    [Symbol.asyncDispose]: nothingToClose,
  };
}

/** Its pictures are painted first, so that no request waits for the painter. */
async function simulatorOf(runMs: number): Promise<Simulator> {
  const simulator = await startSimulator({ runMs });
  // The painter does not keep the process alive, but the simulator does.
  const body = await paint({ prompt: 'A lighthouse at dawn', seed: 1, width: 1024, height: 768, format: 'jpeg' });
  simulator.output((_request, hosted) => ({ image: hosted({ type: 'image/jpeg', body }) }));
  return simulator;
}
