// Findings from a loose schema, and values that are accepted.
import { expect, test } from '@jest/globals';
import type { JsonValue } from '../../src/lib/json.ts';
import { findingsOf } from '../../src/pipeline/findings.ts';
import { DEFAULT_MODEL_SCHEMA } from '../../src/runcomfy/default-model.ts';

const SCHEMA = {
  required: ['prompt'],
  properties: {
    prompt: { type: 'string', maxLength: 20 },
    resolution: { type: 'string', enum: ['720P', '1080P'] },
    duration: { type: 'string', enum: ['6', '8'] },
    frames: { type: 'integer', enum: [81, 121] },
    steps: { type: 'integer', minimum: 2, maximum: 50 },
    scale: { type: 'float', exclusiveMinimum: 0 },
    audio: { type: 'boolean', default: true },
    image_url: { type: 'string', format: 'image_uri' },
    image_urls: { type: 'array', format: 'image_uris', maxItems: 2 },
    video_url: { type: 'string', format: 'video_uri' },
    audio_url: { type: 'string', format: 'audio_uri' },
    size: { type: 'string', enum: ['square'], description: 'A preset, also wide, or an object with width and height.' },
    elements: {
      type: 'array',
      items: { type: 'object', properties: { frontal: { type: 'string', format: 'image_uri' } } },
    },
    either: { anyOf: [{ type: 'string' }, { type: 'array' }] },
    plain: {},
  },
};

const PNG = { $file: 'image/png' };

test.each<[string, JsonValue, RegExp | null]>([
  ['promt', 'x', /^m\/n has no input "promt"; did you mean "prompt"\?$/],
  ['zzz', PNG, /has no input "zzz"; there are prompt, resolution,.* and more\.$/],
  ['resolution', '720p', /is "720p", but m\/n spells it "720P"/],
  ['resolution', '1080Q', /takes "720P", "1080P"; did you mean "1080P"\?/],
  ['resolution', '1080P', null],
  ['duration', 6, /is the number 6, but m\/n expects text: put it in quotes, duration: "6"/],
  ['duration', '7', /is the text "7", but m\/n takes "6", "8"/],
  ['frames', '81', /is the text "81", but m\/n expects a whole number: remove the quotes/],
  ['frames', 82, /is the number 82, but m\/n takes 81, 121\./],
  ['steps', 1, /is 1, but m\/n takes at least 2 and at most 50/],
  ['steps', 50, null],
  ['steps', 2.5, /expects a whole number/],
  ['steps', true, /is true, but m\/n expects a whole number/],
  ['scale', 0, /more than 0/],
  ['scale', 0.1, null],
  ['audio', 'no', /is the text "no", but m\/n expects true or false: write audio: false, without quotes/],
  ['audio', 'on', /write audio: true/],
  ['audio', 'off', /write audio: false/],
  ['audio', 'true', /write audio: true/],
  ['audio', 0, /is the number 0, but m\/n expects true or false: write audio: false/],
  ['audio', 'maybe', /expects true or false\.$/],
  ['audio', false, null],
  ['prompt', 'a text that is much too long', /has 28 characters, but m\/n takes at most 20/],
  ['image_url', PNG, null],
  ['image_url', 'https://a.example/a.png', null],
  ['image_url', 'art/a.png', /is not a URL: for a file in the workspace, write \{ \$file: path \}/],
  ['image_url', [PNG], /is a list of 1, but m\/n expects one value/],
  ['image_url', { $file: 'video/mp4' }, /is video\/mp4, but m\/n expects an image/],
  ['image_url', { $file: '' }, null],
  ['image_urls', PNG, /is a single value, but m\/n expects a list/],
  ['image_urls', 'https://a.example/a.png', /expects a list/],
  ['image_urls', [PNG, 'https://a.example/a.png'], null],
  ['image_urls', [PNG, { $file: 'audio/ogg' }], /image_urls\[1\] is audio\/ogg, but m\/n expects an image/],
  ['image_urls', [PNG, PNG, PNG], /has 3 items, but m\/n takes at most 2/],
  ['video_url', PNG, /is image\/png, but m\/n expects a video/],
  ['audio_url', PNG, /expects an audio file/],
  ['audio', PNG, /is a file, but m\/n expects true or false/],
  ['size', { width: 1, height: 2 }, null],
  ['size', 'wide', null],
  ['size', 'wid', /takes "square"/],
  ['resolution', { width: 1 }, /is a mapping, but m\/n expects text/],
  ['elements', [{ frontal: PNG }], null],
  ['elements', [{ frontal: { $file: 'video/mp4' } }], /elements\[0\]\.frontal is video\/mp4/],
  ['elements', [{ front: PNG }], /elements\[0\] of m\/n has no input "front"; did you mean "frontal"\?/],
  ['either', 7, null],
  ['plain', [1, { a: 2 }], null],
  ['seed', null, /has no input "seed"/],
  ['steps', null, null],
])('%s: %j', (input, value, says) => {
  const found = findingsOf('m/n', { prompt: 'x', [input]: value }, SCHEMA);
  if (says === null) expect(found).toEqual([]);
  else expect(found).toEqual([{ input, text: expect.stringMatching(says) }]);
});

test('required inputs that are not set; and nothing if the schema is empty', () => {
  expect(findingsOf('m/n', {}, SCHEMA)).toEqual([{ input: 'prompt', text: 'm/n expects "prompt", which is not set.' }]);
  expect(findingsOf('m/n', { anything: 1 }, {})).toEqual([]);
});

test.each<[string, JsonValue, RegExp | null]>([
  ['guidance_scale', 1.5, null],
  ['guidance_scale', 10.5, /at least 1\.5 and at most 10/],
  ['num_inference_steps', 1, /at least 2 and at most 50/],
  ['image_size', 'square-hd', /did you mean "square_hd"/],
  ['image_size', { width: 640, height: 480 }, null],
  ['output_format', 'webp', /takes "jpeg", "png"/],
  ['output_format', 'PNG', /spells it "png"/],
  ['enable_prompt_expansion', 'false', /write enable_prompt_expansion: false/],
])('the default model is known without a call: %s %j', (input, value, says) => {
  const found = findingsOf('m/n', { prompt: 'x', [input]: value }, DEFAULT_MODEL_SCHEMA);
  if (says === null) expect(found).toEqual([]);
  else expect(found).toEqual([{ input, text: expect.stringMatching(says) }]);
});
