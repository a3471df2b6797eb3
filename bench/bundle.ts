// The size of the bundle: every run of the action downloads all of it, and Node reads index.js first.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Action } from './action.ts';
import type { Figure } from './figures.ts';
import { type Measurement, nothingToClose } from './measurement.ts';

export async function openBundle({ dist }: Action): Promise<Measurement> {
  const figures: Figure[] = [];
  return {
    rounds: 1,
    async sample() {
      const files = await readdir(dist);
      const contents = await Promise.all(files.map((file) => readFile(path.join(dist, file))));
      const entry = await readFile(path.join(dist, 'index.js'));
      const figure = (name: string, bytes: number): Figure => ({ name, unit: 'bytes', values: [bytes], target: null });
      const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
      figures.push(
        { ...figure('bundle: index.js', entry.length), target: { bound: 'at most', value: 600_000, judges: 'worst' } },
        figure('bundle: index.js, gzip', gzipSync(entry).length),
        figure('bundle: all of dist', sum(contents.map((content) => content.length))),
        figure('bundle: all of dist, gzip', sum(contents.map((content) => gzipSync(content).length))),
      );
    },
    figures: () => figures,
    [Symbol.asyncDispose]: nothingToClose,
  };
}
