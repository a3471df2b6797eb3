// The pictures of one run: each is like no other, so that the bytes of a file tell whose it is and whether it is whole.
import { createHash, randomBytes } from 'node:crypto';
import { PNG } from 'pngjs';
import type { MakeOutput } from '../simulator/runcomfy/outputs.ts';

export interface Pictures {
  /** Makes the output of a result, one PNG of noise. */
  readonly make: MakeOutput;
  /** The request that the whole file was made for; undefined where the bytes are those of no picture. */
  requestOf(sha256: string): string | undefined;
}

/** `side` in pixels. */
export function picturesOf(side: number): Pictures {
  const requests = new Map<string, string>();
  return {
    make(request, hosted) {
      const png = new PNG({ width: side, height: side });
      png.data = randomBytes(side * side * 4);
      const body = PNG.sync.write(png, { deflateLevel: 0, filterType: 0 });
      requests.set(sha256Of(body), request.id);
      return { image: hosted({ type: 'image/png', body }) };
    },
    requestOf: (sha256) => requests.get(sha256),
  };
}

/** Lower-case hexadecimal. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
