// Which images are made from which others, and the problems with that, with line and column.
import { expect, test } from '@jest/globals';
import { openWorkspace } from '../../src/files/workspace.ts';
import { ManifestError } from '../../src/manifest/problems.ts';
import { type Manifest, readManifest } from '../../src/manifest/read.ts';
import { type Folder, openFolder } from '../helpers/folders.ts';
import { png } from '../helpers/media.ts';

async function read(folder: Folder, images: string): Promise<Manifest> {
  const file = await folder.write('art/images.yml', `version: 1\nimages:\n${images}`);
  const workspace = await openWorkspace(folder.path);
  const naming = { outputDir: 'out', filename: '{id}-{index}' };
  return readManifest(file, { workspace, naming, redacted: (text) => text });
}

/** `b <- a: a.png #1`, for each edge. */
const told = ({ images }: Manifest): readonly string[] =>
  images.flatMap(({ id, edges }) => edges.map(({ file, maker, index }) => `${id} <- ${maker}: ${file} #${index}`));

const HERO = '- { id: hero, prompt: x, output: art/hero.jpg }\n';

test.each([
  {
    name: 'the output of another image, anywhere in the manifest',
    images: `- { id: b, prompt: y, files: { image_url: hero.jpg } }\n${HERO}`,
    says: ['b <- hero: art/hero.jpg #1'],
  },
  {
    name: 'in another case and Unicode form',
    images: `- { id: a, prompt: x, output: "art/\u00e4.jpg" }\n- { id: b, prompt: y, files: { image_url: "A\u0308.JPG" } }\n`,
    says: ['b <- a: art/A\u0308.JPG #1'],
  },
  {
    name: 'some files of a list, next to files that no image makes',
    images: `${HERO}- { id: b, prompt: y, files: { image_urls: [sketch.png, hero.jpg], end_image: hero.jpg } }\n`,
    says: ['b <- hero: art/hero.jpg #1'],
  },
  {
    name: 'a file inside parameters, next to URLs',
    images: `${HERO}- { id: b, prompt: y, parameters: { image_urls: [{ $file: hero.jpg }, "https://example.com/a.png"] } }\n`,
    says: ['b <- hero: art/hero.jpg #1'],
  },
  {
    name: 'one of several files of an image',
    images:
      '- { id: a, prompt: x, output: "art/a1{index}.jpg" }\n- { id: b, prompt: y, files: { i: [a112.jpg, a11.jpg] } }\n',
    says: ['b <- a: art/a112.jpg #12', 'b <- a: art/a11.jpg #1'],
  },
  {
    name: 'an index that occurs twice',
    images:
      '- { id: a, prompt: x, output: "art/{index}/{index}.jpg" }\n- { id: b, prompt: y, files: { i: 3/3.jpg } }\n',
    says: ['b <- a: art/3/3.jpg #3'],
  },
  {
    name: 'each combination of a matrix from its own',
    images:
      '- { id: "a-{n}", prompt: x, matrix: { n: [1, 2] }, output: "art/a-{n}.jpg" }\n- { id: "b-{n}", prompt: y, matrix: { n: [1, 2] }, files: { i: "a-{n}.jpg" } }\n',
    says: ['b-1 <- a-1: art/a-1.jpg #1', 'b-2 <- a-2: art/a-2.jpg #1'],
  },
  {
    name: 'no edge to similar paths',
    images: `${HERO}- { id: b, prompt: y, files: { i: sketch.png } }\n`,
    says: [],
  },
])('an edge: $name', async ({ images, says }) => {
  await using folder = await openFolder();
  await folder.write('art/sketch.png', png());
  expect(told(await read(folder, images))).toEqual(says);
});

test.each([
  {
    name: 'an image made from itself',
    images: '- id: a\n  prompt: x\n  files:\n    i: a.jpg\n  output: art/a.jpg\n',
    says: ['6:5 "a" is made from its own output "art/a.jpg": each run would make it, and pay for it, again'],
  },
  {
    name: 'an image made from one of its own files',
    images: '- { id: a, prompt: x, files: { i: a-2.jpg }, output: "art/a-{index}.jpg" }\n',
    says: [/^3:\d+ "a" is made from its own output/],
  },
  {
    name: 'two images made from each other, and a third made from them',
    images:
      '- { id: c, prompt: x, files: { i: a.jpg } }\n- { id: a, prompt: x, files: { i: b.jpg }, output: art/a.jpg }\n- { id: b, prompt: x, files: { i: a.jpg }, output: art/b.jpg }\n',
    says: [/^4:\d+ images are made from each other in a circle: "a" is made from "b" is made from "a"$/],
  },
  {
    name: 'two cycles',
    images:
      '- { id: a, prompt: x, files: { i: a.jpg }, output: art/a.jpg }\n- { id: b, prompt: x, files: { i: b.jpg }, output: art/b.jpg }\n',
    says: [/^3:\d+ "a"/, /^4:\d+ "b"/],
  },
  {
    name: 'a file that two images claim',
    images:
      '- { id: a, prompt: x, output: "art/i-{index}.jpg" }\n- { id: b, prompt: x, output: art/i-2.jpg }\n- { id: c, prompt: x, files: { i: i-2.jpg } }\n',
    says: [/^5:\d+ the input "art\/i-2\.jpg" is a file of both "b" and "a"/],
  },
  {
    name: 'a missing file that no image makes',
    images: `${HERO}- { id: b, prompt: y, files: { i: here.jpg } }\n`,
    says: [/^4:\d+ `files` must name existing files/],
  },
])('refused, with its location: $name', async ({ images, says }) => {
  await using folder = await openFolder();
  const error = await read(folder, images).catch((thrown: unknown) => thrown);
  if (!(error instanceof ManifestError)) throw error;
  const problems = error.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  expect(problems).toEqual(says.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))));
});

test('a chain of thousands is read quickly', async () => {
  await using folder = await openFolder();
  const count = 5_000;
  const entry = (n: number): string =>
    `- { id: i${n}, prompt: x${n === 0 ? '' : `, files: { i: i${n - 1}.jpg }`}, output: art/i${n}.jpg }\n`;
  const manifest = await read(folder, Array.from({ length: count }, (_, n) => entry(count - 1 - n)).join(''));
  expect(told(manifest)).toHaveLength(count - 1);
}, 20_000);
