// `npm run bench`: measures the bundle in dist/ against its targets, with nothing but this machine.
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type Action, openAction } from './action.ts';
import { openBundle } from './bundle.ts';
import { type Figure, holds, summarise } from './figures.ts';
import { openChains, openMany, openOne, openThousands } from './images.ts';
import { openManifest } from './manifest.ts';
import type { Measurement } from './measurement.ts';
import { openNotice } from './notice.ts';
import { openStart } from './start.ts';
import { tableOf } from './table.ts';
import { openVideo } from './video.ts';

const MEASUREMENTS: Readonly<Record<string, (action: Action) => Promise<Measurement>>> = {
  start: openStart,
  one: openOne,
  many: openMany,
  thousands: openThousands,
  chains: openChains,
  notice: openNotice,
  video: openVideo,
  manifest: openManifest,
  bundle: openBundle,
};

const USAGE = `npm run bench -- [--only NAME,NAME] [--json FILE] [--strict]

  --only    some of ${Object.keys(MEASUREMENTS).join(', ')}; default: all, eight minutes
  --json    write all values to FILE
  --strict  exit with 1 where a target is missed`;

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** Returns the exit code. Throws if the command line is wrong, or if the action failed, so that there is nothing to measure. */
async function main(): Promise<number> {
  const { values: options } = parseArgs({
    options: {
      only: { type: 'string' },
      json: { type: 'string' },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const names = options.only?.split(',').map((name) => name.trim()) ?? Object.keys(MEASUREMENTS);
  const unknown = names.filter((name) => !Object.hasOwn(MEASUREMENTS, name));
  if (unknown.length > 0) throw new Error(`There is no measurement "${unknown.join('", "')}".\n\n${USAGE}`);

  const machine = `Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'CPU'}`;
  const loadBefore = loadavg()[0] ?? 0;
  const figures = await measure(names);
  console.log(`${machine}, load ${loadBefore.toFixed(2)} before\n\n${tableOf(figures)}`);
  if (loadBefore > availableParallelism() / 2) {
    console.log('\nThe machine was busy before: measure again when it is not.');
  }
  if (options.json !== undefined) {
    const told = figures.map((figure) => ({ ...figure, ...summarise(figure.values), holds: holds(figure) }));
    await writeFile(options.json, `${JSON.stringify({ machine, loadBefore, figures: told }, null, 2)}\n`);
  }
  return options.strict && figures.some((figure) => holds(figure) === false) ? 1 : 0;
}

/** Takes the samples in turns, so that a busy machine disturbs a few samples of each measurement, and not all samples of one. */
async function measure(names: readonly string[]): Promise<readonly Figure[]> {
  await using stack = new AsyncDisposableStack();
  const action = stack.use(await openAction());
  const measurements: Measurement[] = [];
  for (const name of names) {
    const open = MEASUREMENTS[name];
    if (open !== undefined) measurements.push(stack.use(await open(action)));
  }
  const rounds = Math.max(...measurements.map((measurement) => measurement.rounds));
  for (let round = 0; round < rounds; round++) {
    process.stderr.write(`Round ${round + 1} of ${rounds}\n`);
    for (const measurement of measurements) if (round < measurement.rounds) await measurement.sample(round);
  }
  return measurements.flatMap((measurement) => measurement.figures());
}
