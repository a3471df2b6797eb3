// A simulator in its own process. Its requests return a video of 1 GB, or a short one if the prompt is "short".
import { Readable } from 'node:stream';
import { film } from '../simulator/pictures/clips.ts';
import { startSimulator } from '../simulator/server.ts';

const LARGE_BYTES = 1024 ** 3;

/** What the process sends to its parent once it is ready. */
export interface VideoServer {
  readonly url: string;
  readonly token: string;
  readonly short: string;
  readonly large: string;
  readonly largeBytes: number;
}

const simulator = await startSimulator();
const clip = await film('A lighthouse at dawn', 1);
const short = simulator.host('short.mp4', { type: 'video/mp4', body: clip });
const large = simulator.host('large.mp4', {
  type: 'video/mp4',
  headers: { 'content-length': String(LARGE_BYTES) },
  body: () => Readable.from(padded(clip, LARGE_BYTES)),
});
simulator.output(({ body }) => ({ video: body.prompt === 'short' ? short : large }));

const told: VideoServer = { url: simulator.url, token: simulator.token, short, large, largeBytes: LARGE_BYTES };
process.send?.(told);
process.on('disconnect', () => simulator.close());

/** The clip, followed by a `free` box (ISO/IEC 14496-12) up to the requested length. Always the same buffer, so that serving costs almost nothing. */
function* padded(film: Buffer, bytes: number): Generator<Buffer> {
  yield film;
  const box = Buffer.alloc(8);
  box.writeUInt32BE(bytes - film.length);
  box.write('free', 4, 'latin1');
  yield box;
  const filler = Buffer.alloc(1024 ** 2, 'runcomfy');
  for (let left = bytes - film.length - box.length; left > 0; left -= filler.length) yield filler.subarray(0, left);
}
