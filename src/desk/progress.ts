// Shows progress in a terminal: one line per running image, redrawn, and one line that stays for each finished image.
import { duration, size, sumUsd, usd } from '../lib/figures.ts';
import type { Clock } from '../lib/ports.ts';
import { createNarrator, type Narrator, stateText } from '../pipeline/narrator.ts';
import type { SavedImage } from '../tasks/outcome.ts';
import { tellPlan } from './plan.ts';
import type { Terminal } from './terminal.ts';

interface Row {
  /** Milliseconds on the clock. */
  readonly since: number;
  readonly state: string;
}

/** `end` stops the redrawing. */
export function createProgress(terminal: Terminal, clock: Clock): Narrator & { end(): void } {
  const plain = createNarrator(terminal, clock);
  if (!terminal.isLive) return { ...plain, plan: async (planned) => tellPlan(planned, terminal), end() {} };
  const started = clock.now();
  const rows = new Map<string, Row>();
  const files = new Map<string, string[]>();
  const costs: number[] = [];
  let total = 0;
  let ended = 0;
  let ticking: NodeJS.Timeout | null = null;

  function draw(): void {
    if (ticking === null) return;
    const { rows: height, columns } = terminal.size();
    const widest = Math.min(40, Math.max(...[...rows.keys()].map((name) => name.length), 0));
    const lines = [...rows].map(
      ([name, { since, state }]) => `  ${name.padEnd(widest)}  ${state}, ${seconds(clock.now() - since)}`,
    );
    const room = Math.max(1, height - 4);
    const shown = lines.length > room ? [...lines.slice(0, room - 1), `  and ${lines.length - room + 1} more`] : lines;
    const facts = [
      `${ended} of ${total} done`,
      ...(costs.length > 0 ? [usd(sumUsd(costs))] : []),
      seconds(clock.now() - started),
    ];
    terminal.redraw(
      [...shown, facts.join(' · ')].map((line) => terminal.styled('dim', terminal.printable(cut(line, columns - 1)))),
    );
  }

  function put(name: string, state: string): void {
    rows.set(name, { since: rows.get(name)?.since ?? clock.now(), state });
    draw();
  }

  function end(): void {
    if (ticking !== null) clearInterval(ticking);
    ticking = null;
    terminal.redraw([]);
  }

  return {
    async plan(planned) {
      await tellPlan(planned, terminal);
    },
    start(tasks, concurrency, paid) {
      plain.start(tasks, concurrency, paid);
      total = tasks.length;
      if (total === 0) return;
      ticking = setInterval(draw, 1_000);
      ticking.unref();
      draw();
    },
    event(name, event) {
      if (event.event === 'submitted') put(name, 'submitted');
      else if (event.event === 'adopted') put(name, 'collecting, already paid for');
      else if (event.event === 'state') put(name, stateText(event.state));
      else if (event.event === 'trouble' || event.event === 'expired') plain.event(name, event);
    },
    saved(name, image) {
      files.set(name, [...(files.get(name) ?? []), savedText(image)]);
    },
    ended(name, outcome) {
      const { failure, tookMs, notes, told, adopted } = outcome;
      const cost = adopted ? null : outcome.cost;
      ended += 1;
      rows.delete(name);
      if (cost !== null) costs.push(cost);
      draw();
      for (const text of told) terminal.info(`  ${name}: RunComfy returned ${text}`);
      for (const { kind, about } of notes)
        if (kind === 'side-file') terminal.info(`  Not saved (not a failure): ${about}`);
      const facts = [...(tookMs === null ? [] : [duration(tookMs)]), ...(cost === null ? [] : [usd(cost)])];
      const besides = facts.length === 0 ? '' : `  ${terminal.styled('dim', facts.join(', '))}`;
      const paths = files.get(name) ?? [];
      const mark = failure === null ? terminal.styled('green', '✓') : terminal.styled('red', '✗');
      const text = failure === null ? paths.slice(0, 1).join('') : failure.text;
      terminal.line(`${mark} ${terminal.printable(name)}  ${terminal.printable(text)}${besides}`);
      for (const path of failure === null ? paths.slice(1) : paths) terminal.info(`  ${path}`);
    },
    over(runResult) {
      end();
      plain.over(runResult);
    },
    end,
  };
}

function savedText({ path, width, height, bytes, changed }: SavedImage): string {
  const dimensions = width === null || height === null ? '' : `${width}×${height}, `;
  return `${path} (${dimensions}${size(bytes)}${changed ? '' : ', unchanged'})`;
}

/** Whole seconds, because tenths would flicker. */
function seconds(ms: number): string {
  return ms < 1_000 ? '0 s' : duration(Math.floor(ms / 1_000) * 1_000);
}

function cut(line: string, columns: number): string {
  return line.length <= columns ? line : `${line.slice(0, Math.max(1, columns - 1))}…`;
}
