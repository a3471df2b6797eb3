// `npm run soak`: generates thousands of images with services that fail at random, and with steps that are cancelled, killed and re-run. At the end, the ledger must balance.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { spelledOut } from './history.ts';
import { enter, newLedger, tableOf } from './ledger.ts';
import { planRuns } from './plan.ts';
import { play } from './play.ts';

const USAGE = `npm run soak -- [--seed N] [--seeds COUNT] [--images COUNT] [--run NUMBER] [--at-once COUNT]

  --seed     decides inputs, faults and kills. Default: a random seed, printed at the start
  --seeds    how many seeds to run, one after the other, starting with --seed. Default: 1
  --images   how many images for each seed. Default: 2000
  --run      only the run with that number, with its complete log, to investigate an imbalance
  --at-once  how many workflow runs to play at the same time. Default: 8

Exits with 1 if the ledger does not balance. The seed decides the plan, but not the timing, which depends on the machine. An imbalance that depends on timing
may take a few tries to reproduce.`;

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    seeds: { type: 'string', default: '1' },
    images: { type: 'string', default: '2000' },
    run: { type: 'string' },
    'at-once': { type: 'string', default: '8' },
    help: { type: 'boolean', default: false },
  },
});
const numbers = [options.seed, options.seeds, options.images, options.run ?? '1', options['at-once']].map(Number);
const [firstSeed = 0, seeds = 1, images = 0, onlyRun = 1, atOnce = 1] = numbers;
if (options.help || !numbers.every((number) => Number.isSafeInteger(number) && number >= 0) || atOnce === 0) {
  console.log(USAGE);
  process.exit(options.help ? 0 : 2);
}

for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
  if (!(await soak(seed))) process.exitCode = 1;
}

/** Returns whether the ledger balances. */
async function soak(seed: number): Promise<boolean> {
  console.log(`Soak of seed ${seed}, ${images} images`);
  const started = performance.now();
  const ledger = newLedger();
  const plans = planRuns(seed, images);
  const player = async (): Promise<void> => {
    for (const plan of plans) {
      if (options.run !== undefined && plan.number !== onlyRun) continue;
      const log: string[] = [];
      const began = performance.now();
      const played = await play(plan, (line) => {
        log.push(`${((performance.now() - began) / 1000).toFixed(3).padStart(8)}  ${line}`);
        if (options.run !== undefined) console.log(log.at(-1));
      });
      const imbalances = enter(ledger, played);
      if (imbalances.length === 0) continue;
      const file = path.join(tmpdir(), `soak-${seed}-${plan.number}.log`);
      await writeFile(file, `${log.join('\n')}\n`);
      for (const imbalance of imbalances) console.log(`\n${spelledOut(played, imbalance)}`);
      console.log(`  The log of this run: ${file}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, player));
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`\n${tableOf(ledger)}\n`);
  console.log(
    `The ledger of seed ${seed} ${ledger.imbalances === 0 ? 'balances' : 'DOES NOT BALANCE'}, after ${seconds} s.\n`,
  );
  return ledger.imbalances === 0;
}
