// Manifests as people write them: what they expand to, and every problem with its source location.
import { expect, test } from '@jest/globals';
import { openWorkspace } from '../../src/files/workspace.ts';
import { ManifestError } from '../../src/manifest/problems.ts';
import { type Manifest, readManifest } from '../../src/manifest/read.ts';
import { type Folder, openFolder } from '../helpers/folders.ts';

// The first bytes of a JPEG.
const JPEG = Buffer.from('ffd8ffe000104a4649460001', 'hex');

async function read(folder: Folder, text: string, file = 'images.yml'): Promise<Manifest> {
  const workspace = await openWorkspace(folder.path);
  const naming = { outputDir: 'out', filename: '{id}-{index}' };
  const redacted = (words: string): string => words.replaceAll('s3cret-token', '***');
  return readManifest(await folder.write(file, text), { workspace, naming, redacted });
}

async function problemsOf(text: string): Promise<readonly string[]> {
  await using folder = await openFolder();
  await folder.write('art/sketch.jpg', JPEG);
  await folder.write('empty.txt', '');
  await folder.write('secret.txt', 'a s3cret-token');
  const error = await read(folder, text).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error === null) return [];
  if (!(error instanceof ManifestError)) throw error;
  expect(error.file).toBe('images.yml');
  return error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

/** One image with these lines. */
const image = (...lines: readonly string[]): string => `version: 1\nimages:\n  - ${lines.join('\n    ')}\n`;

test('defaults, matrix, placeholders, prompt files and input files come together', async () => {
  await using folder = await openFolder();
  await folder.write('config/art/sketch.jpg', JPEG);
  await folder.write('shared.jpg', JPEG);
  await folder.write('config/dawn.txt', '\uFEFFA {literal} dawn\n');
  const { file, lockFile, images } = await read(
    folder,
    `version: 1
defaults:
  model: a/b/{theme}
  parameters: { image_size: square, steps: 20, image_url: https://example.com/a.png }
  files: { mask_url: ../shared.jpg }
images:
  - id: icon-{theme}-{n}
    prompt: An icon, {theme}
    matrix: { theme: [light, dark], n: [1, 2] }
    parameters: { seed: "{n}", steps: 30, nested: { text: "n{n}" } }
    output: assets/{theme}-{n}.png
  - id: dawn
    model: a/c
    prompt-file: dawn.txt
    files: { image_url: [art/sketch.jpg, ../shared.jpg] }
`,
    'config/images.yml',
  );
  expect([file, lockFile]).toEqual(['config/images.yml', 'config/images.lock.json']);
  expect(images.map(({ id, output, line }) => [id, output, line])).toEqual([
    ['icon-light-1', 'assets/light-1.png', 7],
    ['icon-light-2', 'assets/light-2.png', 7],
    ['icon-dark-1', 'assets/dark-1.png', 7],
    ['icon-dark-2', 'assets/dark-2.png', 7],
    ['dawn', null, 12],
  ]);
  expect(images[3]?.recipe).toEqual({
    model: 'a/b/dark',
    prompt: 'An icon, dark',
    parameters: {
      image_size: 'square',
      steps: 30,
      image_url: 'https://example.com/a.png',
      seed: 2,
      nested: { text: 'n2' },
    },
    files: { mask_url: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  // The image's own file takes the place of the default's parameter of that name.
  expect(images[4]?.parameters).toEqual({ image_size: 'square', steps: 20, prompt: 'A {literal} dawn' });
  expect(Object.keys(images[4]?.files ?? {}).sort()).toEqual(['image_url', 'mask_url']);
});

test('a checkout with CRLF has the recipes of one with LF: the manifest itself, and its prompt files', async () => {
  const manifest = `version: 1
defaults:
  parameters:
    style: |
      thick
        lines

images:
  - id: literal
    prompt: |
      A lighthouse

      at dawn
  - id: folded
    prompt: >-
      A lighthouse
      at dawn

      seen from the sea
  - id: plain
    prompt: A lighthouse
      at dawn
  - id: quoted
    prompt: "A lighthouse
      at \\
      dawn"
  - id: file
    prompt-file: dawn.txt
`;
  const recipes = async (lineEnd: string): Promise<unknown> => {
    await using folder = await openFolder();
    await folder.write('dawn.txt', 'A lighthouse\n\n  at dawn\n'.replaceAll('\n', lineEnd));
    const { images } = await read(folder, manifest.replaceAll('\n', lineEnd));
    return images.map(({ id, recipe, recipeHash }) => [id, recipe, recipeHash]);
  };
  expect(await recipes('\r\n')).toEqual(await recipes('\n'));
});

test('comments, key order, aliases and notation do not change a recipe; JSON works too', async () => {
  await using folder = await openFolder();
  const [yaml, flow, json] = [
    'version: 1\nimages:\n  - id: a # a comment\n    prompt: x\n    parameters: &p { b: 1, a: 2.0 }\n  - { id: b, prompt: x, parameters: *p }\n',
    'images: [{parameters: {a: 2, b: 1}, prompt: "x", id: a}]\nversion: 1\n',
    '{"$schema": "x", "version": 1,\n\t"images": [{"id": "a",\n\t\t"prompt": "\\u0078", "parameters": {"a": 2, "b": 1e0}}]}',
  ];
  const hashes = new Set<string>();
  for (const text of [yaml, flow, json]) {
    for (const { recipeHash } of (await read(folder, text)).images) hashes.add(recipeHash);
  }
  expect(hashes.size).toBe(1);
});

const FLEX = 'blackforestlabs/flux-2/flex/text-to-image';

test.each([
  { name: 'broken YAML', text: 'version: 1\nimages:\n  - id: "a\n', says: [/^4:1 not valid YAML.*quote/] },
  { name: 'broken JSON', text: '{"version": 1, "images": [', says: [/^1:27 not valid YAML/, /^1:27 not valid YAML/] },
  { name: 'two documents', text: 'version: 1\n---\nversion: 1\n', says: [/one document/] },
  {
    name: 'an alias without anchor',
    text: 'version: *x\n',
    says: [/^1:1 `images` is missing/, /^1:10 there is no anchor &x/, /^1:10 `version` must be 1/],
  },
  { name: 'an empty file', text: '', says: [/^1:1 must be a mapping/] },
  { name: 'a list', text: '- a\n', says: [/^1:1 must be a mapping/] },
  { name: 'no version, no images', text: 'defaults: {}\n', says: [/`version` is missing/, /`images` is missing/] },
  { name: 'another version', text: 'version: 2\nimages: []\n', says: [/^1:10 `version` must be 1$/] },
  {
    name: 'unknown keys at each level',
    text: 'version: 1\nimges: []\ndefaults: { modle: a/b }\nimages:\n  - { id: a, promt: x }\n  - { id: b, prompt: x, colour: red }\n',
    says: [/^2:1 .*`images`\?$/, /^3:13 .*`model`\?$/, /^5:14 .*`prompt`\?$/, /^6:25 .*"colour"; known keys are `id`/],
  },
  {
    name: 'an image with a misspelled key, and all problems of its other keys',
    text: `version: 1
images:
  - { id: a, prompt: x, output: art/a.jpg }
  - { id: a, promt: x, output: art/b.jpg }
  - { id: c, prompt: x, colour: red, output: art/A.JPG }
  - { id: "d-{n}", prompt: x, output: "art/{n}.jpg", matirx: { n: [1, 2] } }
  - { id: e, promt: x, output: ../e.jpg }
  - { id: f, prompt: x, matrix: 7, parameters: { seed: "{n}" }, output: art/f.txt }
  - { prompt: x, output: art/a.jpg/x.jpg }
`,
    says: [
      /^4:5 id "a" is taken by the image in line 3$/,
      /^4:14 unknown key "promt"/,
      /^5:5 its file "art\/A\.JPG" is also the file of "a", the image in line 3$/,
      /^5:25 unknown key "colour"/,
      /^6:54 unknown key "matirx"; did you mean `matrix`\?$/,
      /^7:14 unknown key "promt"/,
      /^7:32 `output` must name a file below the workspace/,
      /^8:33 `matrix` must be a mapping/,
      /^8:73 `output` must end in a media suffix/,
      /^9:5 `id` is missing$/,
      /^9:5 its file lies in "art\/a\.jpg", which is the file of "a"$/,
    ],
  },
  {
    name: 'a wrong version, and valid defaults: each image is checked with them',
    text: `version: 2\ndefaults: { parameters: { output_format: png } }\nimages:\n  - { id: a, prompt: x, output: a.png }\n`,
    says: [/^1:10 `version` must be 1$/],
  },
  {
    name: 'a misspelled key in defaults that set the format',
    text: `version: 1\ndefaults: { paramters: { output_format: png } }\nimages:\n  - { id: a, prompt: x, output: a.png }\n`,
    says: [/^2:13 unknown key "paramters"/],
  },
  { name: 'a key twice', text: image('id: a', 'prompt: x', 'prompt: y'), says: [/^5:5 .*duplicate key "prompt"/] },
  { name: 'a merge key', text: image('id: a', 'prompt: x', '<<: {}'), says: [/^5:5 merge keys/] },
  {
    name: 'values that JSON does not have, each with its location',
    text: image(
      'id: a',
      'prompt: x',
      'parameters:',
      '  b: !!binary aGk=',
      '  s: !!set { x }',
      '  o: !!omap [x: 1]',
      '  n: .nan',
    ),
    says: [
      /^6:10 the tag "!!binary" is not supported: write quoted text/,
      /^7:10 .*"!!set"/,
      /^8:10 .*"!!omap"/,
      /^9:10 .*finite/,
    ],
  },
  {
    name: 'keys that are not text',
    text: image('id: a', 'prompt: x', 'parameters: { [a]: 1, ~: 2 }'),
    says: [/^5:19 keys must be text/, /^5:27 keys must be text/],
  },
  { name: 'infinity', text: image('id: a', 'prompt: x', 'parameters: { a: .inf }'), says: [/^5:22 .*finite/] },
  {
    name: 'a number to be rounded',
    text: image('id: a', 'prompt: x', 'parameters: { seed: 9007199254740993 }'),
    says: [/2\^53/],
  },
  {
    name: 'wrong types',
    text: image('id: 7', 'prompt: []', 'files: 3'),
    says: [/^3:9 `id` must be text/, /`prompt`/, /`files`/],
  },
  { name: 'invalid ids', text: image('id: a b', 'prompt: x'), says: [/^3:9 id "a b" must be of letters/] },
  { name: 'an id that leads up', text: image('id: ../a', 'prompt: x'), says: [/^3:9 id "..\/a" must name/] },
  { name: 'no prompt', text: image('id: a'), says: [/^3:5 an image needs `prompt`/] },
  {
    name: 'a prompt that is too long once it is filled in',
    text: image('id: a-{n}', `prompt: "${'{n}'.repeat(100_000)}"`, 'matrix: { n: [sea, a-lighthouse] }'),
    says: [/^4:13 `prompt` must be at most 1\.0 MB.*shorten it/],
  },
  { name: 'two prompts', text: image('id: a', 'prompt: x', 'prompt-file: y'), says: [/^5:18 .*together/] },
  {
    name: 'a prompt as parameter too',
    text: image('id: a', 'prompt: x', 'parameters: { prompt: y }'),
    says: [/^5:27 .*twice/],
  },
  {
    name: 'an invalid model',
    text: image('id: a', 'prompt: x', 'model: flux'),
    says: [/^5:12 model "flux" must be/],
  },
  {
    name: 'an unknown placeholder',
    text: image('id: a', 'prompt: x {them}', 'matrix: { theme: [1] }'),
    says: [/^4:13 `prompt` has unknown.*\{theme\}\?/],
  },
  {
    name: 'the index outside of output',
    text: image('id: "{index}"', 'prompt: x'),
    says: [/^3:9 `id` has \{index\} is allowed only/],
  },
  {
    name: 'a variable called index',
    text: image('id: a', 'prompt: x', 'matrix: { index: [1] }'),
    says: [/^5:22 variable "index"/],
  },
  {
    name: 'an empty variable',
    text: image('id: a', 'prompt: x', 'matrix: { n: [] }'),
    says: [/`matrix.n` must have at least one/],
  },
  {
    name: 'a matrix that id does not use',
    text: image('id: a', 'prompt: x', 'matrix: { n: [1, 2, 3] }'),
    says: [/^3:5 id "a" is taken by another combination/],
  },
  {
    name: 'a missing file',
    text: image('id: a', 'prompt: x', 'files: { i: art/no.jpg }'),
    says: [/^5:12 `files` .*"art\/no.jpg" does not exist/],
  },
  {
    name: 'a file that is not media',
    text: image('id: a', 'prompt: x', 'files: { i: empty.txt }'),
    says: [/must be image, video or audio files/],
  },
  {
    name: 'files outside',
    text: image('id: a', 'prompt: x', 'files: { i: ../x.jpg, j: /etc/x.jpg }'),
    says: [/without `\.\.`/],
  },
  {
    name: 'several files, each with its reason',
    text: image('id: a', 'prompt: x', 'files: { i: art/no.jpg, j: empty.txt, k: art/sketch.jpg }'),
    says: [/^5:12 `files` must [^;]*"art\/no.jpg" does not exist; must [^;]*"empty.txt" holds something else/],
  },
  { name: 'an absolute file', text: image('id: a', 'prompt: x', 'files: { j: /etc/x.jpg }'), says: [/not absolute/] },
  {
    name: 'a file that is a parameter too',
    text: image('id: a', 'prompt: x', 'parameters: { i: 1 }', 'files: { i: art/sketch.jpg }'),
    says: [/`files` must not set "i"/],
  },
  {
    name: 'an empty prompt file',
    text: image('id: a', 'prompt-file: empty.txt'),
    says: [/^4:18 `prompt-file` must not be empty/],
  },
  { name: 'a token', text: image('id: a', 'prompt: s3cret-token'), says: [/must not contain a token/] },
  {
    name: 'a token in a prompt file',
    text: image('id: a', 'prompt-file: secret.txt'),
    says: [/must not contain a token/],
  },
  {
    name: 'an output outside',
    text: image('id: a', 'prompt: x', 'output: ../a.jpg'),
    says: [/^5:13 `output` must name a file below the workspace/],
  },
  { name: 'an output in .git', text: image('id: a', 'prompt: x', 'output: .git/a.jpg'), says: [/\.git/] },
  {
    name: 'an output without media suffix',
    text: image('id: a', 'prompt: x', 'output: run.sh'),
    says: [/media suffix/],
  },
  {
    name: 'a suffix against output_format',
    text: image('id: a', 'prompt: x', 'parameters: { output_format: png }', 'output: a.jpg'),
    says: [/^6:13 .*is png: write \.png/],
  },
  {
    name: 'a suffix of a different audio format',
    text: image('id: a', 'prompt: x', 'parameters: { output_format: opus }', 'output: a.mp3'),
    says: [/^6:13 .*is opus: write \.opus, or `output_format: mp3`/],
  },
  {
    name: 'an output that is text',
    text: image('id: a', 'prompt: x', 'output: a.txt'),
    says: [/media suffix/],
  },
  {
    name: 'a suffix against the default',
    text: image('id: a', `prompt: x`, `model: ${FLEX}`, 'output: a.png'),
    says: [/^6:13 .*returns jpeg .*`output_format: png`/],
  },
  {
    name: 'an output that is its own input',
    text: image('id: a', 'prompt: x', 'files: { i: art/sketch.jpg }', 'output: art/Sketch.jpg'),
    says: [/^5:\d+ .*"a" is made from its own output "art\/Sketch\.jpg"/],
  },
  {
    name: 'outputs that clash, also in case and Unicode form',
    text: 'version: 1\nimages:\n  - { id: a, prompt: x, output: ä.jpg }\n  - { id: b, prompt: x, output: A\u0308.jpg }\n  - { id: c, prompt: x, output: out/d-1.jpg }\n  - { id: d, prompt: x }\n  - { id: e, prompt: x, output: ä.jpg/e.jpg }\n',
    says: [
      /^4:5 .*the file of "a", the image in line 3/,
      /^6:5 its file "out\/d-1" may be the file of "c"/,
      /^7:5 its file lies in/,
    ],
  },
  {
    name: 'an id twice',
    text: 'version: 1\nimages:\n  - { id: a, prompt: x }\n  - { id: a, prompt: y }\n',
    says: [/^4:5 id "a" is taken by the image in line 3/],
  },
])('refused: $name', async ({ text, says }) => {
  const problems = await problemsOf(text);
  expect(problems).toHaveLength(says.length);
  for (const [n, pattern] of says.entries()) expect(problems[n]).toMatch(pattern);
});

test.each([
  { name: 'jpeg and jpg are one', lines: ['output: a.jpeg'] },
  { name: 'the format that is asked for', lines: ['output: a.PNG', 'parameters: { output_format: PNG }'] },
  ...[
    ['opus', 'ogg'],
    ['ogg', 'opus'],
    ['ogg', 'oga'],
    ['flac', 'oga'],
    ['flac', 'ogg'],
    ['aac', 'm4a'],
    ['m4a', 'm4a'],
    ['mp4', 'm4v'],
    ['wav', 'wav'],
    ['tiff', 'tif'],
    ['glb', 'glb'],
  ].map(([format, suffix]) => ({
    name: `${format} as .${suffix}`,
    lines: [`output: a.${suffix}`, `parameters: { output_format: ${format} }`],
  })),
  ...['obj', 'stl', 'usdz', 'fbx', 'ply', 'exr', 'avi', 'gltf'].map((suffix) => ({
    name: `a .${suffix}`,
    lines: [`output: a.${suffix}`, 'model: a/b'],
  })),
  { name: 'an unknown format', lines: ['output: a.png', 'parameters: { output_format: png_16 }'] },
  { name: 'a model without a known default', lines: ['output: a.png', 'model: a/b'] },
  { name: 'literal braces', lines: ['output: "a{{b}}.jpg"'] },
  { name: 'a separate number for each file', lines: ['output: a-{index}.jpg'] },
])('no problem: $name', async ({ lines }) => {
  expect(await problemsOf(image('id: a', 'prompt: x', ...lines))).toEqual([]);
});

test('a matrix of 20,000 is the limit; a larger one is refused before it is built', async () => {
  const matrix = (...sizes: readonly number[]): string =>
    image(
      `id: ${sizes
        .map((_, n) => `"{v${n}}`)
        .join('-')
        .replaceAll('"', '')}`
        .replace('id: ', 'id: "')
        .concat('"'),
      'prompt: x',
      `matrix: { ${sizes.map((size, n) => `v${n}: [${Array.from({ length: size }, (_, value) => value).join(',')}]`).join(', ')} }`,
    );
  const [tooMany] = await problemsOf(matrix(20, 20, 51));
  expect(tooMany).toMatch(/^5:13 a manifest has at most 20,000 images, but this matrix makes 20,400/);
  const [exploding] = await problemsOf(matrix(...Array.from({ length: 40 }, () => 99)));
  expect(exploding).toMatch(/makes 6\.7e\+79/);
  await using folder = await openFolder();
  expect((await read(folder, matrix(20, 20, 50))).images).toHaveLength(20_000);
});

test.each([
  {
    name: 'aliases that explode',
    text: `a: &a [x]\n${'bcdefghi'
      .split('')
      .map((key, n) => `${key}: &${key} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[n]}`).join(', ')}]`)
      .join('\n')}\n`,
    says: /values; each alias counts/,
  },
  { name: 'a cycle of aliases', text: 'a: &a [*a, *a]\n', says: /nested at most 64 deep/ },
  { name: 'brackets without end', text: '['.repeat(50_000), says: /not valid|nested/ },
  { name: 'brackets that close', text: `${'['.repeat(20_000)}${']'.repeat(20_000)}`, says: /not valid|nested/ },
])('refused quickly: $name', async ({ text, says }) => {
  const problems = await problemsOf(text);
  expect(problems.length).toBeLessThanOrEqual(20);
  expect(problems[0]).toMatch(says);
});

test('the message has one line per problem', async () => {
  await using folder = await openFolder();
  await expect(read(folder, image('id: a b', 'prmpt: x'))).rejects.toThrow(
    'images.yml:4:5: unknown key "prmpt"; did you mean `prompt`?',
  );
  await expect(read(folder, image('id: a b', 'prompt: x{y}'))).rejects.toThrow(
    /^images\.yml has 2 problems:\n- images\.yml:3:9: .*\n- images\.yml:4:13: /,
  );
});
