// Real image files of any size, made from a prompt and a seed. The same input always gives the same bytes.
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { isObject } from '../wire.ts';
import { drawLandscape } from './landscape.ts';

export type ImageFormat = 'png' | 'jpeg';

export interface Picture {
  readonly prompt: string;
  readonly seed: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly format: ImageFormat;
}

/** The bytes of the file. Takes some 100 ms for 1024x768. */
export function render({ prompt, seed, width, height, format }: Picture): Buffer {
  const data = drawLandscape(prompt, seed, width, height);
  if (format === 'jpeg') return jpeg.encode({ data, width, height }, 85).data;
  const png = new PNG({ width, height });
  png.data = data;
  return PNG.sync.write(png, { colorType: 2, filterType: 1, deflateLevel: 4 });
}

/** RunComfy's presets for `image_size`, in pixels. The API page has no sizes; these are the usual ones. */
const presets: Readonly<Record<string, readonly [width: number, height: number]>> = {
  square_hd: [1024, 1024],
  square: [512, 512],
  portrait_4_3: [768, 1024],
  portrait_16_9: [576, 1024],
  landscape_4_3: [1024, 768],
  landscape_16_9: [1024, 576],
};

/** The size in a body: `image_size` (preset or object), `width` and `height`, or `aspect_ratio`; otherwise 1024x768. */
export function sizeOf(body: Readonly<Record<string, unknown>>): { readonly width: number; readonly height: number } {
  const { image_size: size, aspect_ratio: ratio } = body;
  const { width, height } = isObject(size) ? size : body;
  if (typeof width === 'number' && typeof height === 'number') return { width: pixels(width), height: pixels(height) };
  const [, across, up] = /^(\d+):(\d+)$/.exec(typeof ratio === 'string' ? ratio : '') ?? [];
  if (across && up) return sizeOfRatio(Number(across) / Number(up));
  const [presetWidth, presetHeight] = presets[typeof size === 'string' ? size : ''] ?? [1024, 768];
  return { width: presetWidth, height: presetHeight };
}

function sizeOfRatio(ratio: number): { readonly width: number; readonly height: number } {
  return ratio > 1 ? { width: 1024, height: pixels(1024 / ratio) } : { width: pixels(1024 * ratio), height: 1024 };
}

function pixels(length: number): number {
  return Math.round(Math.min(4096, Math.max(1, length)));
}
