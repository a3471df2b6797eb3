// Tools for painting: colours, a canvas of packed pixels, and reproducible random numbers.

export type Colour = readonly [red: number, green: number, blue: number];

export interface Canvas {
  readonly width: number;
  readonly height: number;
  /** RGBA, row by row. */
  readonly bytes: Buffer;
  /** The same memory, one number per pixel, as from `pack`. */
  readonly pixels: Uint32Array;
}

/** A transparent canvas. */
export function newCanvas(width: number, height: number): Canvas {
  const memory = new ArrayBuffer(width * height * 4);
  return { width, height, bytes: Buffer.from(memory), pixels: new Uint32Array(memory) };
}

/** An opaque pixel, red in the lowest byte (all machines that run Node are little-endian). */
export function pack(red: number, green: number, blue: number): number {
  return (255 << 24) | (blue << 16) | (green << 8) | red;
}

/** Like `mix`, for packed pixels, because there are too many to unpack each one. */
export function blend(first: number, second: number, share: number): number {
  const red = first & 255;
  const green = (first >> 8) & 255;
  const blue = (first >> 16) & 255;
  return pack(
    red + ((second & 255) - red) * share,
    green + (((second >> 8) & 255) - green) * share,
    blue + (((second >> 16) & 255) - blue) * share,
  );
}

/** `share` of the second colour, 0 to 1, and the rest of the first. */
export function mix(first: Colour, second: Colour, share: number): Colour {
  return [
    first[0] + (second[0] - first[0]) * share,
    first[1] + (second[1] - first[1]) * share,
    first[2] + (second[2] - first[2]) * share,
  ];
}

/** A colour written as `#rrggbb`. */
export function hex(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** Numbers from 0 to 1, always the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
