// The pictures of one story. Each is unique, so that the bytes of a file show which request it belongs to and whether it is complete.
import { createHash, randomBytes } from 'node:crypto';
import { PNG } from 'pngjs';
import type { HostedFile } from '../simulator/files.ts';
import type { MakeOutput } from '../simulator/runcomfy/outputs.ts';
import type { RunPlan } from './plan.ts';

export interface Pictures {
  /** The output of a model: one PNG of noise. If the plan says so, also a second file that does not exist, or no file at all. */
  readonly make: MakeOutput;
  /** One PNG of noise, the only file of a deployment's request. */
  readonly fileOf: (requestId: string) => HostedFile;
  /** The request that the picture was made for; undefined if no picture has that hash. */
  requestOf(sha256: string): string | undefined;
}

export function picturesOf({ side, partial, empty }: Pick<RunPlan, 'side' | 'partial' | 'empty'>): Pictures {
  const requests = new Map<string, string>();
  const fileOf = (requestId: string): HostedFile => {
    const body = noise(side);
    requests.set(sha256Of(body), requestId);
    return { type: 'image/png', body };
  };
  return {
    make(request, hosted) {
      if (empty !== null && request.body.seed === empty) return {};
      const image = hosted(fileOf(request.id));
      const isPartial = partial !== null && request.body.seed === partial;
      return isPartial ? { images: [image, `${image}.gone.png`] } : { image };
    },
    fileOf,
    requestOf: (sha256) => requests.get(sha256),
  };
}

/** A unique PNG. `side`: in pixels. */
export function noise(side: number): Buffer {
  const png = new PNG({ width: side, height: side });
  png.data = randomBytes(side * side * 4);
  return PNG.sync.write(png, { deflateLevel: 0, filterType: 0 });
}

/** Lowercase hexadecimal. */
export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
