// The rounds of a story, which the seed decides: who asks in each of them, and how and when their steps end.
import type { Interruption, RoundPlan, StepPlan, Story } from './plan.ts';
import type { Chance } from './random.ts';

const RUN_ID = 17_624_001_234;

export function drawRounds(luck: Chance, story: Story, count: number, byManifest: boolean): RoundPlan[] {
  const length = luck.weighed([
    [story === 're-runs' ? 2 : 0, 1],
    [4, 2],
    [3, 3],
  ]);
  const isNewRun = story === 'nights' || story === 'pull request';
  const askers = story === 'legs' || story === 'composite' ? 2 : 1;
  // The number of images for each matrix job, or each use of the composite action.
  const counts = Array.from({ length: askers }, (_, n) => (n === 0 ? count : luck.whole(1, count)));
  const rounds = Array.from({ length }, (_, n): RoundPlan => {
    const step = (of: number, runId: number): StepPlan => ({
      count: of,
      runId: RUN_ID + runId,
      attempt: isNewRun ? 1 : n + 1,
      leg: null,
      resume: true,
      collects: false,
      interruption: luck.happens(0.5) ? drawInterruption(luck, of) : null,
      lost: luck.happens(0.15),
    });
    const steps = counts.map((of, leg) => ({
      ...step(of, isNewRun ? 2 * n : 0),
      leg: story === 'legs' ? `leg ${leg + 1}` : null,
    }));
    if (isNewRun && luck.happens(0.3))
      return {
        ...together([...steps, step(count, 2 * n + 1)]),
        order: 'the next once the first is on record',
      };
    return {
      ...together(steps),
      order: story === 'composite' && luck.happens(0.5) ? 'one by one' : 'at once',
      retouch: n > 0 && luck.happens(0.3),
      redeploys: luck.happens(0.3),
    };
  });
  const last = rounds.at(-1);
  const [step] = last?.steps ?? [];
  if (last === undefined || step === undefined) return rounds;
  const plain = {
    ...step,
    attempt: isNewRun ? 1 : length + 1,
    runId: step.runId + 100,
    interruption: null,
    lost: false,
  };
  const end = luck.weighed<RoundPlan | null>([
    [5, null],
    [1, { ...last, outage: luck.pick(['silent', 'refused']) }],
    [1, together([{ ...plain, resume: false }])],
    [byManifest ? 0 : 1.5, together([{ ...plain, collects: true }])],
  ]);
  if (end === null) return rounds;
  return end.outage === null ? [...rounds, end] : [...rounds.slice(0, -1), end];
}

/** Makes the rounds re-runs of a job whose first attempt was killed while it copied a file. */
export function afterHalfAFile(rounds: readonly RoundPlan[]): readonly RoundPlan[] {
  const [step] = rounds[0]?.steps ?? [];
  if (step === undefined) return rounds;
  const killed = together([{ ...step, interruption: { how: 'SIGKILL', moment: 'half a file', ms: 0 }, lost: false }]);
  const again = ({ steps, ...round }: RoundPlan): RoundPlan => ({
    ...round,
    steps: steps.map((one) => ({ ...one, attempt: one.attempt + 1 })),
  });
  return [killed, ...rounds.map(again)];
}

function together(steps: readonly StepPlan[]): RoundPlan {
  return { steps, order: 'at once', retouch: false, redeploys: false, outage: null };
}

function drawInterruption(luck: Chance, count: number): Interruption {
  const how = luck.weighed<Interruption['how']>([
    [3, 'SIGKILL'],
    [2, 'cancel'],
    [1, 'SIGTERM'],
    [2, 'cancel, then SIGKILL'],
  ]);
  if (luck.happens(0.2)) return { how, moment: 'start', ms: luck.whole(0, 2_500) };
  if (luck.happens(0.3)) return { how, moment: luck.whole(1, 5 * count), ms: 0 };
  const image = count === 1 ? 'image' : `image-${luck.whole(1, count)}`;
  const moment = luck.pick([
    /^Submitting \d/,
    new RegExp(`^${image}: submitted`),
    new RegExp(`^${image}: (submitted|collecting)`),
    new RegExp(`^${image}: (in queue|running)`),
    new RegExp(`^${image}: finished at RunComfy`),
    new RegExp(`^${image}: saved`),
    new RegExp(`^${image}: done`),
    / again\.$/,
    /Upload \d+ file/,
  ]);
  return {
    how,
    moment,
    ms: luck.weighed([
      [2, 0],
      [3, luck.whole(0, 20)],
      [2, luck.whole(0, 300)],
    ]),
  };
}
