// The output of a finished request: real media files, made when they are downloaded.
import type { HostedFile } from '../files.ts';
import { film, tone } from '../pictures/clips.ts';
import { paint } from '../pictures/painter.ts';
import { type ImageFormat, sizeOf } from '../pictures/pictures.ts';
import { findModel, imageCount, type Model } from './models.ts';
import type { SimulatedRequest } from './requests.ts';

/** Serves another output file of the current request, and returns its URL. */
export type Host = (file: HostedFile) => string;

/** Makes the `output` of a result. */
export type MakeOutput = (request: SimulatedRequest, hosted: Host) => unknown;

/** As in the output schema of the model pages: `image`, `images`, `video`, and `audio`, which RunComfy's own clients support. */
export function standardOutput(request: SimulatedRequest, hosted: Host): unknown {
  const model = findModel(request.model);
  const prompt = promptOf(request);
  const seed = seedOf(request);
  if (model?.media === 'video') return { video: hosted({ type: 'video/mp4', body: () => film(prompt, seed) }) };
  if (model?.media === 'audio') return { audio: hosted({ type: 'audio/wav', body: tone(seed) }) };
  const format = formatOf(request, model);
  const urls = Array.from({ length: imageCount(request.body) }, (_, index) =>
    hosted({
      type: `image/${format}`,
      body: () => paint({ prompt, seed: seed + index, format, ...sizeOf(request.body) }),
    }),
  );
  const mayBeSeveral = model?.inputSchema.properties.num_images ?? request.body.num_images;
  return mayBeSeveral === undefined ? { image: urls[0] } : { images: urls };
}

/** The prompt of a request, whatever its model calls it; empty if there is none. */
export function promptOf({ body }: SimulatedRequest): string {
  const prompt = body.prompt ?? body.text ?? body.tags;
  return typeof prompt === 'string' ? prompt : '';
}

/** The seed of the request. Without one, each request shows a different picture. */
function seedOf({ body, number }: SimulatedRequest): number {
  return typeof body.seed === 'number' && body.seed >= 0 ? body.seed : 1000 + number;
}

/** PNG if the request or the model's default says so. The painter only supports PNG and JPEG. */
function formatOf({ body }: SimulatedRequest, model: Model | undefined): ImageFormat {
  const wanted = body.output_format ?? model?.inputSchema.properties.output_format?.default;
  return wanted === 'png' ? 'png' : 'jpeg';
}
