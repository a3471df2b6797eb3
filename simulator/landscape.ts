// A landscape in a few layers: sky, sun or moon, clouds, hills, sometimes water. The words of the prompt choose the mood, the seed the place.

type Colour = readonly [red: number, green: number, blue: number];

interface Mood {
  readonly words: RegExp;
  /** Top, middle and horizon. */
  readonly sky: readonly [Colour, Colour, Colour];
  readonly sun: Colour;
  /** The farthest and the nearest hills. */
  readonly far: Colour;
  readonly near: Colour;
  readonly stars?: boolean;
}

const moods: readonly Mood[] = [
  {
    words: /night|moon|star|space|midnight|galax|dark/i,
    sky: [hex('#0b1030'), hex('#243069'), hex('#7a6aa8')],
    sun: hex('#f4f1dc'),
    far: hex('#5b5c96'),
    near: hex('#0a0d24'),
    stars: true,
  },
  {
    words: /dawn|sunrise|morning|spring|blossom|pink|flower/i,
    sky: [hex('#6f8fc9'), hex('#e7b4c4'), hex('#ffe3b8')],
    sun: hex('#fff6dc'),
    far: hex('#c79bb4'),
    near: hex('#3d3a5e'),
  },
  {
    words: /dusk|sunset|evening|autumn|fall|fire|fox|red|orange|lava/i,
    sky: [hex('#3b2a63'), hex('#d3566c'), hex('#ffb35c')],
    sun: hex('#ffe9b0'),
    far: hex('#b2566b'),
    near: hex('#231637'),
  },
  {
    words: /forest|green|garden|meadow|tree|jungle|tea|moss/i,
    sky: [hex('#6fb7c9'), hex('#bfe0cf'), hex('#f7f3cf')],
    sun: hex('#fffbe3'),
    far: hex('#8fc0a4'),
    near: hex('#173a33'),
  },
  {
    words: /snow|winter|ice|mountain|alp|white|cloud/i,
    sky: [hex('#4f7cb8'), hex('#a9c9e6'), hex('#f3ece6')],
    sun: hex('#ffffff'),
    far: hex('#a9bcd6'),
    near: hex('#27405f'),
  },
  {
    words: /desert|sand|dune|gold|yellow|honey|city/i,
    sky: [hex('#3f8ba6'), hex('#e9cf9f'), hex('#ffe6b5')],
    sun: hex('#fffbe6'),
    far: hex('#dba878'),
    near: hex('#5d2f38'),
  },
  {
    words: /sea|ocean|water|lake|river|lighthouse|boat|ship|beach|blue|fish/i,
    sky: [hex('#2f6fae'), hex('#8cc3dd'), hex('#fdebd0')],
    sun: hex('#fff8e1'),
    far: hex('#7fa9c2'),
    near: hex('#14304a'),
  },
];

/** RGBA bytes, row by row. */
export function drawLandscape(prompt: string, seed: number, width: number, height: number): Buffer {
  const random = randomNumbers(hash(`${prompt}\n${seed}`));
  const mood = moods.find(({ words }) => words.test(prompt)) ?? moods[hash(prompt) % moods.length] ?? moods[0];
  if (!mood) throw new Error('There are no moods.');
  const image = Buffer.alloc(width * height * 4, 255);
  const sun = {
    x: (0.18 + 0.64 * random()) * width,
    y: (0.2 + 0.25 * random()) * height,
    radius: 0.075 * Math.min(width, height),
  };
  drawSky(image, width, height, mood, sun, cloudsOf(random));
  const layers = 5;
  for (let layer = 0; layer < layers; layer++) {
    const nearness = layer / (layers - 1);
    const ridge = ridgeOf(random, width, height, 0.5 + 0.36 * nearness, 0.16 - 0.06 * nearness, 2 + 1.5 * nearness);
    drawHills(image, width, height, ridge, mix(mood.far, mood.near, nearness ** 0.8), mood.sky[2], 1 - nearness);
  }
  return image;
}

interface Sun {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function drawSky(
  image: Buffer,
  width: number,
  height: number,
  mood: Mood,
  sun: Sun,
  cloud: (x: number, y: number) => number,
): void {
  const [top, middle, horizon] = mood.sky;
  for (let y = 0; y < height; y++) {
    const down = Math.min(1, y / (height * 0.72));
    const row = down < 0.5 ? mix(top, middle, smooth(down * 2)) : mix(middle, horizon, smooth(down * 2 - 1));
    for (let x = 0; x < width; x++) {
      const distance = Math.hypot(x - sun.x, y - sun.y) / sun.radius;
      const disc = Math.min(1, Math.max(0, (1 - distance) * sun.radius + 0.5));
      const light = Math.max(disc, 0.55 / (1 + distance * distance * 0.35));
      const veil = cloud(x / height, y / height) * (1 - disc * 0.6);
      put(image, (y * width + x) * 4, row, mood.sun, light, veil);
    }
  }
}

function put(image: Buffer, at: number, base: Colour, sun: Colour, light: number, veil: number): void {
  for (let channel = 0; channel < 3; channel++) {
    const sky = (base[channel] ?? 0) + ((sun[channel] ?? 0) - (base[channel] ?? 0)) * light;
    image[at + channel] = sky + (255 - sky) * veil;
  }
}

function cloudsOf(random: () => number): (x: number, y: number) => number {
  const shift = random() * 100;
  return (x, y) =>
    0.35 * Math.max(0, Math.sin(x * 3 + shift + Math.sin(y * 17 + shift)) * Math.sin(y * 23 + x * 2)) ** 2;
}

/** For each column, the row where the hills begin. */
function ridgeOf(
  random: () => number,
  width: number,
  height: number,
  base: number,
  swing: number,
  waves: number,
): Float64Array {
  const octaves = [1, 2.1, 4.3, 9.1].map((frequency) => ({
    frequency: frequency * waves,
    phase: random() * 7,
    size: 0.6 / frequency,
  }));
  return Float64Array.from({ length: width }, (_, x) => {
    const wave = octaves.reduce(
      (sum, { frequency, phase, size }) => sum + size * Math.sin((x / height) * frequency + phase),
      0,
    );
    return (base - swing * wave) * height;
  });
}

function drawHills(
  image: Buffer,
  width: number,
  height: number,
  ridge: Float64Array,
  colour: Colour,
  mist: Colour,
  haze: number,
): void {
  for (let x = 0; x < width; x++) {
    const from = ridge[x] ?? height;
    for (let y = Math.max(0, Math.floor(from)); y < height; y++) {
      const depth = (y - from) / height;
      const [red, green, blue] = mix(colour, mist, Math.min(1, depth * 2.2) * haze * 0.8);
      const cover = Math.min(1, y + 1 - from);
      const at = (y * width + x) * 4;
      image[at] = (image[at] ?? 0) * (1 - cover) + red * cover;
      image[at + 1] = (image[at + 1] ?? 0) * (1 - cover) + green * cover;
      image[at + 2] = (image[at + 2] ?? 0) * (1 - cover) + blue * cover;
    }
  }
}

function mix(from: Colour, to: Colour, share: number): Colour {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

function smooth(share: number): number {
  return share * share * (3 - 2 * share);
}

function hex(text: string): Colour {
  const value = Number.parseInt(text.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

/** Numbers from 0 to 1, always the same for one seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
