// A landscape: sky, sun or moon, clouds, hills, perhaps water and trees. The words of the prompt choose what it shows.
import { blend, type Canvas, type Colour, hash, hex, mix, newCanvas, pack, randomNumbers } from './brush.ts';

interface Mood {
  readonly words: RegExp;
  readonly sky: readonly [top: Colour, middle: Colour, horizon: Colour];
  readonly sun: Colour;
  readonly hills: readonly [far: Colour, near: Colour];
}

const moods: readonly Mood[] = [
  mood(/night|moon|star|space|galax|dark/i, ['#080c28', '#1d2a63', '#6a5fa6'], '#f4f1dc', ['#4a4d8c', '#090b20']),
  mood(/dawn|sunrise|morning|spring|pink|flower/i, ['#6486c6', '#e8b0c2', '#ffe6bd'], '#fff7df', [
    '#c497b4',
    '#35345a',
  ]),
  mood(/dusk|sunset|evening|autumn|fire|fox|red/i, ['#33265f', '#d1506c', '#ffb765'], '#ffedb8', [
    '#b5566c',
    '#1f1433',
  ]),
  mood(/snow|winter|ice|mountain|white|cloud/i, ['#4676b6', '#a5c8e8', '#f7efe6'], '#ffffff', ['#a9bfdb', '#243c5c']),
  mood(/desert|sand|gold|yellow|city/i, ['#37849f', '#ead3a4', '#ffe9bd'], '#fffbe6', ['#dda97a', '#572a35']),
  mood(/sea|ocean|lake|river|boat|ship|beach|blue/i, ['#2a6bad', '#8ac4df', '#fff0d6'], '#fffae8', [
    '#7dabc6',
    '#112c46',
  ]),
  mood(/forest|tree|garden|meadow|jungle|green/i, ['#62b0c6', '#bde2d2', '#faf6d4'], '#fffce6', ['#8cc2a8', '#12352f']),
];

const watery = /sea|ocean|lake|river|water|boat|ship|beach|harbou?r|lighthouse|island|fish|rain/i;
const wooded = /forest|tree|wood|fox|bear|deer|owl|cabin|camp|garden|autumn|winter|jungle/i;
const steep = /mountain|alp|peak|snow|ice|winter|cliff|castle|dragon|rock/i;

function mood(
  words: RegExp,
  sky: readonly [string, string, string],
  sun: string,
  hills: readonly [string, string],
): Mood {
  const [top, middle, horizon] = sky;
  const [far, near] = hills;
  return { words, sky: [hex(top), hex(middle), hex(horizon)], sun: hex(sun), hills: [hex(far), hex(near)] };
}

interface SourceLocation {
  readonly random: () => number;
  readonly mood: Mood;
  readonly sun: { readonly x: number; readonly y: number; readonly radius: number };
  readonly water: boolean;
  readonly trees: boolean;
  readonly peaks: boolean;
}

/** The RGBA bytes of a picture of that size. */
export function drawLandscape(prompt: string, seed: number, width: number, height: number): Buffer {
  const canvas = newCanvas(width, height);
  const place = choosePlace(prompt, seed, canvas);
  drawSky(canvas, place);
  if (place.mood === moods[0]) drawStars(canvas, place);
  const layers = 5;
  for (let layer = 0; layer < layers; layer++) {
    const nearness = layer / (layers - 1);
    // The water begins behind the near hills, and reflects what is above it.
    if (place.water && layer === 2) drawWater(canvas, place, Math.round(height * 0.64));
    const facts = ridgeOf(canvas, place, nearness);
    const outline = place.trees && nearness > 0.4 ? plantTrees(canvas, place, facts, nearness) : facts;
    drawHills(canvas, place, facts, outline, nearness);
  }
  return canvas.bytes;
}

function choosePlace(prompt: string, seed: number, { width, height }: Canvas): SourceLocation {
  const random = randomNumbers(hash(`${prompt}\n${seed}`));
  const byName = moods[hash(prompt) % moods.length];
  const mood = moods.find(({ words }) => words.test(prompt)) ?? byName;
  if (!mood) throw new Error('There are no moods.');
  const sun = {
    x: (0.16 + 0.68 * random()) * width,
    y: (0.16 + 0.26 * random()) * height,
    radius: (0.05 + 0.04 * random()) * Math.min(width, height),
  };
  const chance = random();
  return {
    random,
    mood,
    sun,
    water: watery.test(prompt) || chance < 0.2,
    trees: wooded.test(prompt) || (chance > 0.3 && chance < 0.6),
    peaks: steep.test(prompt) || chance > 0.75,
  };
}

function drawSky({ width, height, pixels }: Canvas, { random, mood, sun }: SourceLocation): void {
  const [top, middle, horizon] = mood.sky;
  const [sunRed, sunGreen, sunBlue] = mood.sun;
  const cloud = pack(...mix(horizon, mood.sun, 0.6));
  const shift = random() * 100;
  for (let y = 0; y < height; y++) {
    const down = Math.min(1, y / (height * 0.66));
    const [red, green, blue] = down < 0.5 ? mix(top, middle, ease(down * 2)) : mix(middle, horizon, ease(down * 2 - 1));
    const drift = shift + Math.sin((y / height) * 15 + shift);
    const away = (y - sun.y) / sun.radius;
    let veil = 0;
    for (let x = 0; x < width; x++) {
      const stagedPath = (x - sun.x) / sun.radius;
      const distance = stagedPath * stagedPath + away * away;
      const disc = Math.min(1, Math.max(0, (1 - distance) * 0.5 * sun.radius + 0.5));
      const light = Math.max(disc, 0.42 / (1 + distance * 0.16) + 0.12 / (1 + distance * 0.012));
      if (x % 4 === 0) veil = cloudiness(x / height, y / height, drift); // soft enough for every fourth pixel
      const clear = pack(
        red + (sunRed - red) * light,
        green + (sunGreen - green) * light,
        blue + (sunBlue - blue) * light,
      );
      pixels[y * width + x] = veil > 0 ? blend(clear, cloud, veil * (1 - 0.7 * disc)) : clear;
    }
  }
}

function cloudiness(x: number, y: number, drift: number): number {
  const band = Math.sin(x * 2.6 + drift) * Math.sin(y * 21 + x * 1.7);
  return band > 0 ? 0.42 * band * band : 0;
}

function drawStars({ width, height, pixels }: Canvas, { random, mood }: SourceLocation): void {
  for (let star = 0; star < 160; star++) {
    const at = Math.floor(random() * height * 0.5) * width + Math.floor(random() * width);
    pixels[at] = blend(pixels[at] ?? 0, pack(...mood.sun), 0.4 + 0.6 * random());
  }
}

/** For each column, the row where the hills begin. */
function ridgeOf({ width, height }: Canvas, { random, peaks, water }: SourceLocation, nearness: number): Float64Array {
  const base = water && nearness > 0.4 ? 0.74 + 0.22 * nearness : 0.52 + 0.36 * nearness;
  const pointed = peaks && nearness < 0.6;
  const swing = (pointed ? 0.2 : 0.15) - 0.07 * nearness;
  const waves = [1, 2.1, 4.3, 9.1, 19].map((pitch) => ({
    pitch: pitch * (1.8 + nearness),
    phase: random() * 9,
    size: 0.62 / pitch,
  }));
  return Float64Array.from({ length: width }, (_, x) => {
    let rise = 0;
    for (const { pitch, phase, size } of waves) {
      const wave = Math.sin((x / height) * pitch + phase);
      rise += size * (pointed ? 1 - 2.2 * Math.abs(wave) : wave);
    }
    return (base - swing * rise) * height;
  });
}

/** The outline of that ground with conifers on it. */
function plantTrees(
  { width, height }: Canvas,
  { random }: SourceLocation,
  facts: Float64Array,
  nearness: number,
): Float64Array {
  const outline = facts.slice();
  const size = 0.03 + 0.075 * (nearness - 0.4);
  const count = Math.round((width / height) * (1.4 / size));
  for (let tree = 0; tree < count; tree++) {
    const middle = Math.floor(random() * width);
    const tall = (0.6 + 0.8 * random()) * size * height;
    const half = tall * 0.2;
    const foot = facts[middle] ?? height;
    for (let x = Math.max(0, Math.ceil(middle - half)); x <= Math.min(width - 1, middle + half); x++) {
      const top = foot - tall * (1 - Math.abs(x - middle) / half) ** 1.25;
      outline[x] = Math.min(outline[x] ?? height, top);
    }
  }
  return outline;
}

function drawHills(
  canvas: Canvas,
  { mood }: SourceLocation,
  facts: Float64Array,
  outline: Float64Array,
  nearness: number,
): void {
  const { width, height, pixels } = canvas;
  const [far, near] = mood.hills;
  const colour = mix(far, near, nearness ** 0.85);
  // Mist between the hills: the lower, the more light from the horizon.
  const shades = Int32Array.from({ length: height }, (_, depth) =>
    pack(...mix(colour, mood.sky[2], Math.min(1, (depth / height) * 2.4) * (1 - nearness) * 0.75)),
  );
  // The number of rows over which the outline fades: more if it is steep, to avoid visible steps.
  const fade = outline.map((row, x) => Math.max(1, Math.abs((outline[x + 1] ?? row) - (outline[x - 1] ?? row)) / 2));
  const first = outline.reduce((top, row, x) => Math.min(top, row - (fade[x] ?? 1)), height);
  for (let y = Math.max(0, Math.floor(first)); y < height; y++) {
    for (let x = 0; x < width; x++) {
      const cover = (y + 0.5 - (outline[x] ?? height)) / (fade[x] ?? 1) + 0.5;
      if (cover <= 0) continue;
      const shade = shades[Math.max(0, Math.floor(y - (facts[x] ?? 0)))] ?? 0;
      const at = y * width + x;
      pixels[at] = cover >= 1 ? shade : blend(pixels[at] ?? 0, shade, cover);
    }
  }
}

/** Mirrors what is above the shore, with ripples, and with the colour of the upper sky. */
function drawWater({ width, height, pixels }: Canvas, { random, mood }: SourceLocation, shore: number): void {
  const shift = random() * 100;
  const water = pack(...mood.sky[0]);
  for (let y = shore; y < height; y++) {
    const depth = (y - shore) / height;
    const source = Math.max(0, shore - 1 - Math.round((y - shore) * 1.5)) * width;
    const ripple = Math.sin((depth * 160) / (0.3 + depth * 3) + shift) * (2 + depth * 60) * (width / 1024);
    for (let x = 0; x < width; x++) {
      const wobble = Math.round(ripple * Math.sin((x / width) * 9 + depth * 500));
      const from = Math.min(width - 1, Math.max(0, x + wobble));
      pixels[y * width + x] = blend(pixels[source + from] ?? 0, water, 0.18 + depth * 0.5);
    }
  }
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}
