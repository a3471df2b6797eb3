// The interface of all measurements, so that their samples can be taken in turns.
import type { Figure } from './figures.ts';

export interface Measurement extends AsyncDisposable {
  /** How many samples it wants. */
  readonly rounds: number;
  /** Takes one sample; `round` counts from 0. */
  sample(round: number): Promise<void>;
  /** Of all samples taken. */
  figures(): readonly Figure[];
}

/** For a measurement with nothing to close. */
export async function nothingToClose(): Promise<void> {}
