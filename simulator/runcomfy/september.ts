// The 120 models that RunComfy's partner nodes know of the catalogue of 23 September 2026 (runcomfy-com/comfyui-runcomfy-partner-nodes, docs/recent-models.md):
// 24 make images, 90 videos, 6 sounds. Condensed by hand to what tells them apart for a client: files, lists, structures, and how the length is said.
// Families and their sizes are as listed there; titles, prompts and parameters that change nothing of this kind are left out, and where one family spells
// its variants in several ways, one of them stands for all. Not a reference for the inputs of one model.

type Schema = Readonly<Record<string, unknown>>;

export interface SeptemberModel {
  readonly id: string;
  readonly media: 'image' | 'video' | 'audio';
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Schema>>;
  /** The fewest units of its price without a length: outputs or seconds; null if it depends on the input. */
  readonly least: number | null;
}

const TEXT: Schema = { type: 'string' };
const IMAGE: Schema = { type: 'string', format: 'image_uri' };
const VIDEO: Schema = { type: 'string', format: 'video_uri' };
const AUDIO: Schema = { type: 'string', format: 'audio_uri' };
const FIXED_SEED: Schema = { type: 'integer', default: 0, minimum: 0, maximum: 2_147_483_647 };
const DRAWN_SEED: Schema = { type: 'integer', default: -1, minimum: -1, maximum: 2_147_483_647 };
const images = (maxItems: number): Schema => ({ type: 'array', format: 'image_uris', minItems: 1, maxItems });
const choice = (first: string, ...rest: readonly string[]): Schema => ({
  type: 'string',
  enum: [first, ...rest],
  default: first,
});
const seconds = (least: number, most: number, usual = 5): Schema => ({
  type: 'integer',
  minimum: least,
  maximum: most,
  default: usual,
});

/** `variants`: the end of the id to the inputs that only this variant has. Those in `required` must be set. */
interface Family {
  readonly name: string;
  readonly media: SeptemberModel['media'];
  readonly common: SeptemberModel['properties'];
  readonly variants: Readonly<Record<string, SeptemberModel['properties']>>;
  readonly least: number | null;
  readonly required?: readonly string[];
}

const FILES =
  /^(image|images|image_url|image_urls|start_image_url|first_frame|video|video_url|audio_url|reference_images)$/;

function modelsOf({ name, media, common, variants, least, required = ['prompt'] }: Family): readonly SeptemberModel[] {
  return Object.entries(variants).map(([variant, own]) => ({
    id: `${name}/${variant}`,
    media,
    properties: { ...Object.fromEntries(required.map((input) => [input, TEXT])), ...common, ...own },
    required: [...required, ...Object.keys(own).filter((input) => FILES.test(input))],
    least,
  }));
}

const ELEMENTS: Schema = {
  type: 'array',
  maxItems: 3,
  items: { type: 'object', properties: { frontal_image_url: IMAGE, reference_image_urls: images(4) } },
};
const KEYFRAMES: Schema = {
  type: 'array',
  items: { type: 'object', properties: { image_url: IMAGE, timestamp: { type: 'float', minimum: 0 } } },
};

const FAMILIES: readonly Family[] = [
  // Images, priced per output.
  {
    name: 'blackforestlabs/flux-2-klein',
    media: 'image',
    common: { width: { type: 'integer', default: 1024 }, height: { type: 'integer', default: 1024 }, seed: FIXED_SEED },
    variants: { '4b/text-to-image': {}, '9b/text-to-image': {} },
    least: 1,
  },
  {
    name: 'blackforestlabs/flux-3',
    media: 'image',
    common: { image_size: choice('landscape_4_3', 'square_hd'), seed: DRAWN_SEED },
    variants: { image: {} },
    least: 1,
  },
  {
    name: 'bytedance/seedream-5.0-pro',
    media: 'image',
    common: { resolution: choice('2K', '1K'), output_format: choice('png', 'jpeg') },
    variants: { 'text-to-image': {}, 'image-to-image': { image: images(10) } },
    least: 1,
  },
  {
    name: 'google/nano-banana-2-lite',
    media: 'image',
    common: { aspect_ratio: choice('auto', '16:9', '1:1') },
    variants: { 'text-to-image': {}, edit: { image_urls: images(10) } },
    least: 1,
  },
  {
    name: 'ideogram-ai/ideogram-v4',
    media: 'image',
    common: { num_images: { type: 'integer', minimum: 1, maximum: 8, default: 2 } },
    variants: { 'text-to-image': {} },
    least: 2,
  },
  {
    name: 'openai/gpt-image-2',
    media: 'image',
    common: { resolution: choice('1k', '2k', '4k'), quality: choice('medium', 'low', 'high') },
    variants: { 'text-to-image': {}, edit: { images: images(10) } },
    least: 1,
  },
  {
    name: 'openai/gpt-image-2.5',
    media: 'image',
    common: { resolution: choice('1k', '2k', '4k'), quality: choice('medium', 'low', 'high', 'max') },
    variants: {
      'flare/text-to-image': {},
      'flare/edit': { images: images(16) },
      'sunburst/text-to-image': {},
      'sunburst/edit': { images: images(16) },
    },
    least: 1,
  },
  {
    name: 'qwen/qwen-image-2.1',
    media: 'image',
    common: { resolution: choice('1K', '2K'), seed: DRAWN_SEED },
    variants: { 'text-to-image': {}, edit: { image_urls: images(3), mask_url: IMAGE } },
    least: 1,
  },
  {
    name: 'qwen/qwen-image-3.0',
    media: 'image',
    common: { resolution: choice('1k', '2k'), seed: DRAWN_SEED },
    variants: {
      'text-to-image': {},
      edit: { image_urls: images(3) },
      'pro/text-to-image': {},
      'pro/edit': { image_urls: images(3) },
    },
    least: 1,
  },
  {
    name: 'wan-ai/wan-2.7',
    media: 'image',
    common: { seed: FIXED_SEED },
    variants: {
      'text-to-image': {},
      edit: { image_urls: images(4) },
      'pro/text-to-image': {},
      'pro/edit': { image_urls: images(4) },
    },
    least: 1,
  },
  // Videos, priced per second.
  {
    name: 'alibaba/happyhorse-1.1',
    media: 'video',
    common: { resolution: choice('1080P', '720P'), duration: seconds(3, 15), seed: FIXED_SEED },
    variants: {
      'text-to-video': {},
      'image-to-video': { image_url: IMAGE },
      'reference-to-video': { image_urls: images(9) },
    },
    least: 5,
  },
  {
    name: 'happyhorse/happyhorse-1.0',
    media: 'video',
    common: { resolution: choice('1080P', '720P'), duration: seconds(3, 15), seed: FIXED_SEED },
    variants: {
      'text-to-video': {},
      'image-to-video': { image_url: IMAGE },
      'reference-to-video': { image_urls: images(9) },
    },
    least: 5,
  },
  {
    name: 'happyhorse/happyhorse-1.0',
    media: 'video',
    common: { resolution: choice('1080P', '720P') },
    variants: { 'video-edit': { video_url: VIDEO } },
    least: null,
  },
  {
    name: 'blackforestlabs/flux-3',
    media: 'video',
    common: { duration: choice('auto', '5', '10', '20'), generate_audio: { type: 'boolean', default: true } },
    variants: {
      'text-to-video': {},
      'text-to-video/draft': {},
      'image-to-video': { image_url: IMAGE },
      'image-to-video/draft': { image_url: IMAGE },
    },
    least: 5,
  },
  {
    name: 'blackforestlabs/flux-3',
    media: 'video',
    common: { duration: { type: 'integer', enum: [5, 10, 20], default: 5 } },
    variants: {
      'first-last-frame-to-video': { start_image_url: IMAGE, end_image_url: IMAGE },
      'first-last-frame-to-video/draft': { start_image_url: IMAGE, end_image_url: IMAGE },
      'extend-video': { video_url: VIDEO },
      'extend-video/draft': { video_url: VIDEO },
    },
    least: 5,
  },
  {
    name: 'bytedance/seedance-2.0',
    media: 'video',
    common: {
      resolution: choice('720p', '480p', '1080p', '4k'),
      duration: seconds(4, 15),
      seed: { type: 'integer' },
      images: images(9),
      videos: { type: 'array', format: 'video_uris' },
      audios: { type: 'array', format: 'audio_uris' },
    },
    variants: { fast: {}, pro: {} },
    least: 5,
  },
  {
    name: 'bytedance/seedance-2.0-mini',
    media: 'video',
    common: { resolution: choice('720p', '480p'), duration: seconds(4, 15) },
    variants: {
      'text-to-video': {},
      'image-to-video': { images: images(9) },
      'video-to-video': { video_url: VIDEO },
    },
    least: 5,
  },
  {
    name: 'bytedance/seedance-2.5',
    media: 'video',
    common: { duration: seconds(4, 30), generate_audio: { type: 'boolean', default: true } },
    variants: Object.fromEntries([
      ...['480p', '720p', '1080p', '4k'].flatMap((tier) => [
        [`text-to-video/${tier}`, {}],
        [`image-to-video/${tier}`, { image: IMAGE }],
        [
          `reference-to-video/${tier}`,
          { images: images(9), audios: { type: 'array', format: 'audio_uris', maxItems: 3 } },
        ],
      ]),
      ...['480p', '720p'].map((tier) => [`first-last-frame/${tier}`, { first_frame: IMAGE, last_frame: IMAGE }]),
    ]),
    least: 5,
  },
  {
    name: 'google/gemini-omni-flash',
    media: 'video',
    common: { duration: choice('auto', '4', '6', '8') },
    variants: { 'text-to-video': {}, 'image-to-video': { image_url: IMAGE } },
    least: 4,
  },
  {
    name: 'google/gemini-omni-flash',
    media: 'video',
    common: { duration: seconds(3, 10, 8) },
    variants: { 'reference-to-video': { image_urls: images(9) } },
    least: 8,
  },
  {
    name: 'google/gemini-omni-flash',
    media: 'video',
    common: {},
    variants: { 'video-edit': { video_url: VIDEO } },
    least: null,
  },
  {
    name: 'kling/kling-3.0',
    media: 'video',
    common: { duration: seconds(3, 15), generate_audio: { type: 'boolean', default: false }, elements: ELEMENTS },
    variants: Object.fromEntries(
      ['standard', 'pro', '4k'].flatMap((tier) => [
        [`${tier}/text-to-video`, {}],
        [`${tier}/image-to-video`, { start_image_url: IMAGE }],
      ]),
    ),
    least: 5,
  },
  {
    name: 'kling/kling-video-o3',
    media: 'video',
    common: { duration: seconds(3, 15), sound: { type: 'boolean', default: false }, elements: ELEMENTS },
    variants: Object.fromEntries(
      ['standard', 'pro', '4k'].flatMap((tier) => [
        [`${tier}/text-to-video`, {}],
        [`${tier}/image-to-video`, { start_image_url: IMAGE }],
        [`${tier}/reference-to-video`, { image_urls: images(7) }],
      ]),
    ),
    least: 5,
  },
  {
    name: 'kling/kling-video-o3',
    media: 'video',
    common: { keep_audio: { type: 'boolean', default: true }, elements: ELEMENTS },
    variants: { 'standard/video-to-video': { video_url: VIDEO }, 'pro/video-to-video': { video_url: VIDEO } },
    least: null,
  },
  {
    name: 'lightricks/ltx-2.5',
    media: 'video',
    common: { duration: choice('6', '8', '10'), resolution: choice('1080p', '1440p', '2160p') },
    variants: {
      'text-to-video/fast': {},
      'text-to-video/pro': {},
      'image-to-video/fast': { image_url: IMAGE },
      'image-to-video/pro': { image_url: IMAGE },
    },
    least: 6,
  },
  {
    name: 'lightricks/ltx-2.5',
    media: 'video',
    common: { resolution: choice('1080p') },
    variants: { 'audio-to-video/fast': { audio_url: AUDIO }, 'audio-to-video/pro': { audio_url: AUDIO } },
    least: null,
  },
  ...['minimax-h3', 'minimax-h3-max', 'minimax-h3-open'].map(
    (name): Family => ({
      name: `minimax/${name}`,
      media: 'video',
      common: { resolution: choice('768p', '2k'), duration: seconds(4, 15, 6) },
      variants: {
        'text-to-video': {},
        'image-to-video': { image: IMAGE, last_image: IMAGE },
        'reference-to-video': { reference_images: images(9) },
      },
      least: 6,
    }),
  ),
  {
    name: 'pixverse/pixverse-c1',
    media: 'video',
    common: { resolution: choice('720p', '540p', '1080p'), duration: seconds(1, 15), seed: FIXED_SEED },
    variants: {
      'text-to-video': {},
      'image-to-video': { image: IMAGE },
      'reference-to-video': { images: images(7) },
      transition: { image: IMAGE, end_image: IMAGE },
    },
    least: 5,
  },
  {
    name: 'pixverse/pixverse-v6',
    media: 'video',
    common: { resolution: choice('720p', '540p', '1080p'), duration: seconds(1, 15), seed: FIXED_SEED },
    variants: {
      'text-to-video': {},
      'image-to-video': { image: IMAGE },
      'reference-to-video': { images: images(7) },
      transition: { image: IMAGE, end_image: IMAGE },
      extend: { video: VIDEO },
    },
    least: 5,
  },
  {
    name: 'runwayml/runway-aleph-2',
    media: 'video',
    common: { keyframes: KEYFRAMES, seed: { ...FIXED_SEED, maximum: 4_294_967_295 } },
    variants: { 'video-to-video': { video_url: VIDEO } },
    least: null,
  },
  {
    name: 'wan-ai/wan-2.7',
    media: 'video',
    common: { resolution: choice('720P', '1080P'), duration: seconds(2, 15), seed: FIXED_SEED },
    variants: {
      'text-to-video': {},
      'image-to-video': { image_url: IMAGE },
      'reference-to-video': { image_urls: images(5) },
    },
    least: 5,
  },
  {
    name: 'wan-ai/wan-2.7',
    media: 'video',
    common: { resolution: choice('720P', '1080P') },
    variants: { 'video-edit': { video_url: VIDEO } },
    least: null,
  },
  ...['wan-3.0', 'wan-3.0-prime'].map(
    (name): Family => ({
      name: `wan-ai/${name}`,
      media: 'video',
      common: { resolution: choice('720p', '480p', '1080p'), duration: seconds(2, 30), seed: FIXED_SEED },
      variants: {
        'text-to-video': {},
        'image-to-video': { image_url: IMAGE, end_image_url: IMAGE },
        'reference-to-video': { image_urls: images(5) },
      },
      least: 5,
    }),
  ),
  // Audio, priced per second.
  {
    name: 'acestep-ai/ace-step-1.5',
    media: 'audio',
    common: { lyrics: TEXT, duration: seconds(5, 240, 60), seed: DRAWN_SEED },
    variants: { 'text-to-audio': {} },
    least: 60,
    required: ['tags'],
  },
  {
    name: 'acestep-ai/ace-step',
    media: 'audio',
    common: { lyrics: TEXT, duration: seconds(5, 240, 60), seed: DRAWN_SEED },
    variants: { 'text-to-audio': {}, 'audio-inpaint': { audio_url: AUDIO }, 'audio-outpaint': { audio_url: AUDIO } },
    least: 60,
    required: ['tags'],
  },
  {
    name: 'elevenlabs/elevenlabs',
    media: 'audio',
    common: { music_length_ms: { type: 'integer', minimum: 3000, maximum: 600_000, default: 30_000 } },
    variants: { 'music-generation': {} },
    least: 30,
  },
  {
    name: 'bytedance/seed-audio-1.0',
    media: 'audio',
    common: { output_format: choice('wav', 'mp3', 'ogg_opus') },
    variants: { 'text-to-audio': {} },
    least: null,
    required: ['text'],
  },
];

export const SEPTEMBER: readonly SeptemberModel[] = FAMILIES.flatMap(modelsOf);
