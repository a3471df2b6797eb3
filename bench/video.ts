// A large download: how much memory the action needs for a video of 1 GB, and how fast it is compared to curl.
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Action } from './action.ts';
import type { Figure } from './figures.ts';
import type { Measurement } from './measurement.ts';
import { type TimedProcess, timed } from './processes.ts';
import type { VideoServer } from './video-server.ts';

const MEGABYTE = 1024 ** 2;

export async function openVideo(action: Action): Promise<Measurement> {
  const child = fork(path.join(import.meta.dirname, 'video-server.ts'));
  const [server]: VideoServer[] = await once(child, 'message');
  if (server === undefined) throw new Error('The video server said nothing.');
  const hasCurl = spawnSync('curl', ['--version']).status === 0;
  const peaks: number[] = [];
  const ours: number[] = [];
  const curls: number[] = [];

  const step = (prompt: string): Promise<TimedProcess> =>
    action.step(server, { prompt, 'max-download-size': '2GB', 'upload-artifact': 'false' });

  return {
    // The median of five runs counts, because a single run depends on the other load of the machine.
    rounds: 5,
    async sample() {
      // Without the time that both need for any file: to start, to submit, to publish.
      const short = await step('short');
      const large = await step('large');
      if (large.peakBytes !== null) peaks.push(large.peakBytes / MEGABYTE);
      ours.push(large.seconds - short.seconds);
      if (hasCurl) curls.push((await curl(server.large)) - (await curl(server.short)));
    },
    figures: () => {
      const speed = (seconds: number): number => server.largeBytes / MEGABYTE / seconds;
      const compared: Figure = {
        name: 'video: download of 1 GB, its speed / that of curl',
        unit: 'times',
        values: curls.map((seconds, round) => seconds / (ours[round] ?? Number.POSITIVE_INFINITY)),
        target: { bound: 'at least', value: 0.6, judges: 'median' },
        remark: hasCurl ? 'SHA-256 and verification on our side only' : 'there is no curl on this machine',
      };
      return [
        {
          name: 'video: peak memory for 1 GB',
          unit: 'MB',
          values: peaks,
          target: { bound: 'at most', value: 160, judges: 'median' },
          ...(peaks.length === 0 ? { remark: 'measured on Linux only' } : {}),
        },
        compared,
        { name: '  this action', unit: 'MB/s', values: ours.map(speed), target: null },
        { name: '  curl', unit: 'MB/s', values: curls.map(speed), target: null },
      ];
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** Seconds to download `url` into a file. */
async function curl(url: string): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'runcomfy-bench-'));
  try {
    const args = ['--silent', '--show-error', '--fail', '--noproxy', '*', '-o', path.join(folder, 'video.mp4'), url];
    return (await timed({ command: 'curl', args })).seconds;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
