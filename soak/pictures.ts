// The pictures of one story: each is like no other, so that the bytes of a file tell whose it is and whether it is whole.
import { createHash, randomBytes } from 'node:crypto';
import { PNG } from 'pngjs';
import type { MakeOutput } from '../simulator/runcomfy/outputs.ts';
import type { RunPlan } from './plan.ts';

export interface Pictures {
  /** Makes the output of a result: one PNG of noise, with a second file that cannot be had where the plan wants it; or nothing. */
  readonly make: MakeOutput;
  /** The request that the whole file was made for; undefined where the bytes are those of no picture. */
  requestOf(sha256: string): string | undefined;
}

export function picturesOf({ side, partial, empty }: Pick<RunPlan, 'side' | 'partial' | 'empty'>): Pictures {
  const requests = new Map<string, string>();
  return {
    make(request, hosted) {
      if (empty !== null && request.body.seed === empty) return {};
      const png = new PNG({ width: side, height: side });
      png.data = randomBytes(side * side * 4);
      const body = PNG.sync.write(png, { deflateLevel: 0, filterType: 0 });
      requests.set(sha256Of(body), request.id);
      const image = hosted({ type: 'image/png', body });
      const isPartial = partial !== null && request.body.seed === partial;
      return isPartial ? { images: [image, `${image}.gone.png`] } : { image };
    },
    requestOf: (sha256) => requests.get(sha256),
  };
}

/** Lower-case hexadecimal. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
