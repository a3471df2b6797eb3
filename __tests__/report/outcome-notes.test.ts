// Warnings about what was made: one for each kind, what was paid for in vain first.
import { expect, test } from '@jest/globals';
import { notesOf } from '../../src/report/outcome-notes.ts';
import { image, outcome, runResult, task } from '../helpers/outcomes.ts';

const textsOf = (...made: Parameters<typeof notesOf>): readonly string[] => notesOf(...made).map(({ text }) => text);

test('nothing to say', () => {
  expect(
    textsOf(runResult(outcome(), outcome({ index: 2, images: [image({ index: 2, sha256: 'e'.repeat(64) })] }))),
  ).toEqual([]);
});

test('one warning per kind, in order, with the first names and a count', () => {
  const all = (index: number) =>
    outcome({
      index,
      images: [image({ index, sha256: String(index).padStart(64, '0') })],
      notes: [
        { kind: 'side-file', about: `link ${index}` },
        { kind: 'unknown-format', about: `${index}.bin` },
        { kind: 'truncated', about: `${index}.png` },
        { kind: 'flagged', about: `image-${index} (nsfw: true)` },
      ],
    });
  expect(textsOf(runResult(...[1, 2, 3, 4, 5, 6, 7].map(all)))).toEqual([
    expect.stringMatching(
      /^RunComfy flagged the results of 7 requests.*image-5 \(nsfw: true\) and 2 more\. Change the prompt/,
    ),
    expect.stringMatching(/^7 files saved although truncated.*1\.png, 2\.png.*and 2 more\.$/),
    expect.stringMatching(/^7 files saved as received.*1\.bin.*and 2 more\.$/),
    expect.stringMatching(/^7 files that accompany the results.*link 1; link 2.*and 2 more\./),
  ]);
});

test.each([
  { name: 'of one count', outcomes: [outcome(), outcome({ index: 2 })], warnings: 1 },
  { name: 'of one request', outcomes: [outcome({ images: [image(), image({ index: 2 })] })], warnings: 0 },
  {
    name: 'of two ids',
    outcomes: [outcome({ task: task({ id: 'a', name: 'a' }) }), outcome({ task: task({ id: 'b', name: 'b' }) })],
    warnings: 0,
  },
  {
    name: 'that go with the images',
    outcomes: [1, 2].map((index) => outcome({ index, images: [image({ index, format: 'txt' })] })),
    warnings: 0,
  },
])('equal files $name are $warnings warnings', ({ outcomes, warnings }) => {
  const found = textsOf(runResult(...outcomes));
  expect(found).toHaveLength(warnings);
  for (const warning of found)
    expect(warning).toMatch(/^2 files of different requests are identical byte for byte: .*set `seed`/);
});
