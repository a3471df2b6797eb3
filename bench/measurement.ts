// What all measurements have in common, so that the samples of all can be taken in turns.
import type { Figure } from './figures.ts';

export interface Measurement extends AsyncDisposable {
  /** How many samples it wants. */
  readonly rounds: number;
  /** Takes one sample; `round` counts from 0. */
  sample(round: number): Promise<void>;
  /** Of all samples taken. */
  figures(): readonly Figure[];
}

/** What a measurement without anything to close is disposed by. */
export async function nothingToClose(): Promise<void> {}
