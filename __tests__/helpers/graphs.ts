// ComfyUI graphs in API format as people export them: our own reconstructions, one for each kind of work.
import type { JsonObject, JsonValue } from '../../src/lib/json.ts';

type Inputs = Readonly<Record<string, JsonValue>>;

function node(class_type: string, inputs: Inputs, title = class_type): JsonObject {
  return { inputs, class_type, _meta: { title } };
}

export const TXT2IMG: JsonObject = {
  '3': node('KSampler', {
    seed: 156680208700286,
    steps: 20,
    cfg: 8,
    sampler_name: 'euler',
    scheduler: 'normal',
    denoise: 1,
    model: ['4', 0],
    positive: ['6', 0],
    negative: ['7', 0],
    latent_image: ['5', 0],
  }),
  '4': node('CheckpointLoaderSimple', { ckpt_name: 'sd_xl_base_1.0.safetensors' }, 'Load Checkpoint'),
  '5': node('EmptyLatentImage', { width: 64, height: 48, batch_size: 1 }, 'Empty Latent Image'),
  '6': node('CLIPTextEncode', { text: 'a glass bottle on a beach', clip: ['4', 1] }, 'Prompt'),
  '7': node('CLIPTextEncode', { text: 'text, watermark', clip: ['4', 1] }, 'Negative'),
  '8': node('VAEDecode', { samples: ['3', 0], vae: ['4', 2] }, 'VAE Decode'),
  '9': node('SaveImage', { filename_prefix: 'ComfyUI', images: ['8', 0] }, 'Save Image'),
};

export const IMG2IMG: JsonObject = {
  ...TXT2IMG,
  '3': node('KSampler', {
    seed: 7,
    steps: 20,
    cfg: 8,
    sampler_name: 'dpmpp_2m',
    scheduler: 'karras',
    denoise: 0.6,
    model: ['4', 0],
    positive: ['6', 0],
    negative: ['7', 0],
    latent_image: ['11', 0],
  }),
  '10': node('LoadImage', { image: 'sketch.png' }, 'Load Image'),
  '11': node('VAEEncode', { pixels: ['10', 0], vae: ['4', 2] }, 'VAE Encode'),
};

export const UPSCALE: JsonObject = {
  '1': node('LoadImage', { image: 'small.png' }, 'Load Image'),
  '2': node('UpscaleModelLoader', { model_name: '4x_foolhardy_Remacri.pth' }, 'Load Upscale Model'),
  '3': node('ImageUpscaleWithModel', { upscale_model: ['2', 0], image: ['1', 0] }, 'Upscale Image (using Model)'),
  '4': node('ImageScaleBy', { upscale_method: 'lanczos', scale_by: 0.5, image: ['3', 0] }, 'Upscale Image By'),
  '5': node('PreviewImage', { images: ['3', 0] }, 'Preview Image'),
  '6': node('SaveImage', { filename_prefix: 'upscaled/x2', images: ['4', 0] }, 'Save Image'),
};

export const VIDEO: JsonObject = {
  '1': node(
    'VHS_LoadVideo',
    {
      video: 'walk.mp4',
      force_rate: 0,
      custom_width: 512,
      custom_height: 0,
      frame_load_cap: 48,
      skip_first_frames: 0,
      select_every_nth: 1,
      format: 'AnimateDiff',
    },
    'Load Video (Upload) 🎥🅥🅗🅢',
  ),
  '2': node('CheckpointLoaderSimple', { ckpt_name: 'dreamshaper_8.safetensors' }, 'Load Checkpoint'),
  '3': node('ADE_LoadAnimateDiffModel', { model_name: 'v3_sd15_mm.ckpt' }, 'Load AnimateDiff Model 🎭🅐🅓②'),
  '4': node('ADE_ApplyAnimateDiffModelSimple', { motion_model: ['3', 0] }, 'Apply AnimateDiff Model 🎭🅐🅓②'),
  '5': node('ADE_UseEvolvedSampling', { beta_schedule: 'autoselect', model: ['2', 0], m_models: ['4', 0] }),
  '6': node('CLIPTextEncode', { text: 'a woman of clay, walking', clip: ['2', 1] }, 'Prompt'),
  '7': node('CLIPTextEncode', { text: 'blurry', clip: ['2', 1] }, 'Negative'),
  '8': node('VAEEncode', { pixels: ['1', 0], vae: ['2', 2] }, 'VAE Encode'),
  '9': node('KSampler', {
    seed: 7,
    steps: 16,
    cfg: 6.5,
    sampler_name: 'euler_ancestral',
    scheduler: 'sgm_uniform',
    denoise: 0.7,
    model: ['5', 0],
    positive: ['6', 0],
    negative: ['7', 0],
    latent_image: ['8', 0],
  }),
  '10': node('VAEDecode', { samples: ['9', 0], vae: ['2', 2] }, 'VAE Decode'),
  '11': node(
    'VHS_VideoCombine',
    {
      frame_rate: 12,
      loop_count: 0,
      filename_prefix: 'clay',
      format: 'video/h264-mp4',
      pix_fmt: 'yuv420p',
      crf: 19,
      save_metadata: true,
      pingpong: false,
      save_output: true,
      images: ['10', 0],
    },
    'Video Combine 🎥🅥🅗🅢',
  ),
};

/** Custom nodes, a subgraph's ids, a value that is a mapping, inputs with dots, a title with a dot. */
export const FLUX: JsonObject = {
  '6': node('CLIPTextEncode', { text: ['57:3', 0], clip: ['11', 0] }, 'CLIP Text Encode (Positive Prompt)'),
  '11': node('DualCLIPLoader', {
    clip_name1: 't5xxl_fp8_e4m3fn.safetensors',
    clip_name2: 'clip_l.safetensors',
    type: 'flux',
    device: 'default',
  }),
  '12': node('UNETLoader', { unet_name: 'flux1-dev.safetensors', weight_dtype: 'fp8_e4m3fn' }, 'Load Diffusion Model'),
  '13': node('SamplerCustomAdvanced', {
    noise: ['25', 0],
    guider: ['22', 0],
    sampler: ['16', 0],
    sigmas: ['17', 0],
    latent_image: ['27', 0],
  }),
  '16': node('KSamplerSelect', { sampler_name: 'euler' }),
  '17': node('BasicScheduler', { scheduler: 'simple', steps: 20, denoise: 1, model: ['30', 0] }),
  '22': node('BasicGuider', { model: ['30', 0], conditioning: ['26', 0] }),
  '25': node('RandomNoise', { noise_seed: 219670278747233 }),
  '26': node('FluxGuidance', { guidance: 3.5, conditioning: ['6', 0] }),
  '27': node('EmptySD3LatentImage', { width: 64, height: 64, batch_size: 1 }),
  '30': node(
    'Power Lora Loader (rgthree)',
    {
      PowerLoraLoaderHeaderWidget: { type: 'PowerLoraLoaderHeaderWidget' },
      lora_1: { on: true, lora: 'ink.safetensors', strength: 0.8 },
      '➕ Add Lora': '',
      model: ['12', 0],
      clip: ['11', 0],
    },
    'Loras v1.5',
  ),
  '40': node('VAELoader', { vae_name: 'ae.safetensors' }, 'Load VAE'),
  '41': node('VAEDecode', { samples: ['13', 0], vae: ['40', 0] }, 'VAE Decode'),
  '57:3': node(
    'JoinStrings',
    { 'values.string_1': 'an ink drawing of', 'values.string_2': 'a heron', delimiter: ' ' },
    'Join',
  ),
  '57:10': node('SaveImage', { filename_prefix: 'flux', images: ['41', 0] }, 'Save Image'),
};

/** As many nodes, in chains of ten, each with a text that brings the whole to about `bytes`. */
export function largeGraph(nodes: number, bytes: number): JsonObject {
  const text = 'a lighthouse at dawn '.repeat(Math.ceil(bytes / nodes / 21)).slice(0, Math.max(1, bytes / nodes - 180));
  return Object.fromEntries(
    Array.from({ length: nodes }, (_, n) => [
      String(n + 1),
      node(
        n % 10 === 9 ? 'SaveImage' : 'CLIPTextEncode',
        n % 10 === 0 ? { text, weight: 1.25, seed: n } : { text, clip: [String(n), 0], seed: n },
        `Node ${n + 1}`,
      ),
    ]),
  );
}

export const GRAPHS = [
  ['text to image', TXT2IMG],
  ['image to image with LoadImage', IMG2IMG],
  ['upscale', UPSCALE],
  ['video with VHS nodes', VIDEO],
  ['FLUX with custom nodes and a subgraph', FLUX],
  ['200 nodes', largeGraph(200, 100_000)],
] as const;
