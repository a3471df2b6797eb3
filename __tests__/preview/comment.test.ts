// The text of the comment: its content, that GitHub accepts it, and that text from outside stays text.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderGitHubMarkdown, unescapeHtml } from '../../simulator/demo/github-markdown.ts';
import { commentMark, readCommentMark } from '../../src/preview/mark.ts';
import { commentOf, withoutPictures } from '../../src/report/comment.ts';
import type { Outcome } from '../../src/tasks/outcome.ts';
import { ARTIFACT, failed, image, outcome, runResult, task } from '../helpers/outcomes.ts';
import { anyText, withoutSingled } from '../helpers/text.ts';

type Sources = Parameters<typeof commentOf>[0];

const LIMIT = 65_536;
const MARK = commentMark('default', { id: '42', attempt: 1 });

function comment(outcomes: readonly Outcome[], given: Partial<Sources> = {}): string {
  const made = { ...runResult(...outcomes), skipped: given.unchanged ?? [] };
  return commentOf({
    mark: MARK,
    key: 'default',
    runResult: made,
    artifacts: [],
    unchanged: [],
    runUrl: 'https://github.com/octo-org/garden/actions/runs/42/attempts/1',
    changes: new Map(),
    pictures: {
      storage: 'ref',
      now: new Map(
        made.images.map(({ path }, n) => [path, `https://github.com/o/g/blob/abc/images/${n}.png?raw=true`]),
      ),
      before: new Map(),
    },
    ...given,
  });
}

const several = (count: number, prompt: (n: number) => string = () => 'a red fox'): readonly Outcome[] =>
  Array.from({ length: count }, (_, n) => outcome({ index: n + 1, task: task({ prompt: prompt(n) }) }));

const seen = (markdown: string): string =>
  unescapeHtml(withoutSingled(renderGitHubMarkdown(markdown)).replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
const tags = (html: string): readonly string[] => html.match(/<\/?[a-z][^\s>]*/g) ?? [];

describe('what it shows', () => {
  test('verdict, price, what is unchanged, links to run and artifact', () => {
    const text = comment([outcome(), failed('refused', 'No.', { index: 2 })], {
      unchanged: ['hero', 'icon'],
      artifacts: [ARTIFACT],
    });
    expect(text.startsWith(`${MARK}\n`)).toBe(true);
    expect(text).toContain('⚠️ 1 image from RunComfy, 1 failed');
    for (const fact of ['**1** saved · **1** failed', '**$0.06**', '**2** unchanged']) expect(text).toContain(fact);
    expect(text).toContain('<a href="https://github.com/octo-org/garden/actions/runs/42/attempts/1">');
    expect(text).toContain(`<a href="${ARTIFACT.url}">`);
    expect(seen(text)).toMatch(/No\..*2 unchanged hero icon/);
  });

  test('one prompt is shown once above the grid, several below their pictures', () => {
    expect(comment(several(4)).match(/a red fox/g)).toHaveLength(1);
    const different = comment(several(4, (n) => `fox ${n} ${'x'.repeat(n * 100)}`));
    expect(different.match(/fox \d/g)).toHaveLength(4 + 3);
    expect(different.match(/<details>/g)).toHaveLength(3);
  });

  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 2],
    [5, 3],
    [12, 3],
  ])('%d pictures stand in rows of at most %d', (count, columns) => {
    const rows = comment(several(count)).match(/<tr>.*<\/tr>/g) ?? [];
    expect(rows).toHaveLength(Math.ceil(count / columns));
    expect(rows[0]?.match(/<img /g)).toHaveLength(columns);
  });

  test('a changed picture is next to the old one, with the words that differ', () => {
    const made = outcome();
    const [{ path } = { path: '' }] = made.images;
    const differences = [
      {
        name: 'prompt',
        pieces: [
          { text: 'a', kind: 'same' },
          { text: 'blue', kind: 'removed' },
          { text: 'red', kind: 'added' },
        ],
      },
    ] as const;
    const text = comment([made], {
      changes: new Map([[path, { differences }]]),
      pictures: {
        storage: 'ref',
        now: new Map([[path, 'https://g/now.png']]),
        before: new Map([[path, 'https://g/was.png']]),
      },
    });
    expect(text).toMatch(/was\.png".*now\.png"/);
    expect(text).toContain('<code>prompt</code> <a>a</a> <del><a>blue</a></del> <ins><a>red</a></ins>');
  });

  test('a chain is shown side by side in order, with the replaced pictures above', () => {
    const made = (name: string, from: readonly string[]): Outcome => {
      const files = from.map((one) => ({ path: `/checkout/${one}.png`, type: 'image/png', bytes: 1, sha256: one }));
      return outcome({
        task: task({ id: name, name, prompt: `make ${name}`, files: { image_urls: files } }),
        images: [image({ path: `${name}.png`, absolutePath: `/checkout/${name}.png` })],
      });
    };
    const outcomes = [made('teaser', ['poster']), made('lone', ['sketch']), made('poster', ['hero']), made('hero', [])];
    const text = comment(outcomes);
    const rows = text.match(/<tr>.*<\/tr>/g) ?? [];
    const names = rows.map((row) => [...row.matchAll(/alt="(\w+)\.png"/g)].map(([, name]) => name));
    expect(names).toEqual([['hero', 'poster', 'teaser'], ['lone']]);

    const now = new Map(outcomes.flatMap(({ images }) => images.map(({ path }) => [path, `https://g/${path}`])));
    const changed = comment(outcomes, {
      changes: new Map([['poster.png', { differences: [] }]]),
      pictures: { storage: 'ref', now, before: new Map([['poster.png', 'https://g/was.png']]) },
    });
    expect(changed).toMatch(/was\.png"[\s\S]*<tr>.*hero\.png".*poster\.png".*teaser\.png"/);
  });

  test('no picture is enlarged, or taller than a screen', () => {
    const widths = [
      [64, 64],
      [500, 2000],
      [4000, 3000],
    ].map(
      ([width = 0, height = 0]) =>
        /<img [^>]*width="(\d+)"/.exec(comment([outcome({ images: [image({ width, height })] })]))?.[1],
    );
    expect(widths).toEqual(['64', '120', '480']);
  });
});

describe('its limits', () => {
  test.each<[string, readonly Outcome[], Partial<Sources>]>([
    ['2,000 images', several(2_000), {}],
    ['40 long and different prompts', several(40, (n) => `${n} ${'<&>'.repeat(2_000)}`), {}],
    [
      '400 long failures and 40 images',
      [
        ...several(40, (n) => `${n}${'"'.repeat(999)}`),
        ...Array.from({ length: 400 }, (_, n) => failed('refused', '<'.repeat(1_000), { index: n })),
      ],
      {},
    ],
    [
      '20,000 unchanged',
      several(1),
      { unchanged: Array.from({ length: 20_000 }, (_, n) => `icons/${'-'.repeat(90)}${n}`) },
    ],
    ['a long key', several(1), { key: '_'.repeat(1_000) }],
  ])('%s fit, in whole rows', (_, outcomes, given) => {
    const text = comment(outcomes, given);
    expect(text.length).toBeLessThanOrEqual(LIMIT);
    for (const tag of ['table', 'tr', 'td', 'ul', 'li', 'details', 'code', 'a', 'span']) {
      expect([tag, text.match(new RegExp(`<${tag}[ >]`, 'g'))?.length]).toEqual([
        tag,
        text.match(new RegExp(`</${tag}>`, 'g'))?.length,
      ]);
    }
  });

  test('what is left out is counted', () => {
    expect(seen(comment(several(2_000)))).toContain('And 1,960 more images.');
    expect(seen(comment(several(40, (n) => `${n} ${'<&>'.repeat(2_000)}`)))).toMatch(
      /\d+ more rows of images: see the whole report/,
    );
  });
});

describe('text from outside', () => {
  const parts = [
    '<b>',
    '</td></tr></table>',
    '-->',
    '<!--',
    MARK.slice(0, 40),
    '<!-- end of pictures -->',
    '\n\n',
    '\r',
    '|',
    '`',
    '&lt;',
    '![x](https://e/y.png)',
    '@octocat',
    '#1',
    '# h',
    'x',
    ' ',
    '\u2028',
    '"',
    'https://e.x',
  ];
  // Short enough for no fold, which would be a tag more.
  const hostile = fc.oneof(
    fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((text) => `a${text.join('').slice(0, 80)}b`),
    anyText().map((text) => `a${text}b`),
  );

  const story = (text: string): string => {
    const images = [image({ path: `${text}.png`, url: `https://files.runcomfy.net/${text}` })];
    const pieces = (['same', 'removed', 'added'] as const).map((kind) => ({ text, kind }));
    return comment(
      [
        outcome({ task: task({ prompt: text, model: text, name: text }), requestId: text, images }),
        outcome({ index: 2, task: task({ prompt: `${text}2`, name: text }) }),
        outcome({ index: 3, images: [image({ path: 'changed.png' })] }),
        failed('refused', text, { index: 4, task: task({ name: text }), unsettled: 'running' }),
      ],
      {
        artifacts: [{ ...ARTIFACT, name: text }],
        key: text,
        unchanged: [text],
        changes: new Map([['changed.png', { differences: [{ name: text, pieces }] }]]),
      },
    );
  };

  test('changes no tag, adds no line and no comment, and survives the removal of pictures', () => {
    const [harmless, rendered] = [story('ab'), tags(renderGitHubMarkdown(story('ab')))];
    const without = withoutPictures(harmless);
    fc.assert(
      fc.property(hostile, (text) => {
        const told = story(text);
        expect(tags(withoutSingled(told))).toEqual(tags(harmless));
        expect(told.split('\n')).toHaveLength(harmless.split('\n').length);
        expect(told.match(/<!--/g)).toHaveLength(3);
        expect(tags(withoutSingled(renderGitHubMarkdown(told)))).toEqual(rendered);
        expect(tags(withoutSingled(withoutPictures(told)))).toEqual(tags(without));
        expect(told).not.toMatch(/@octocat|!\[/);
      }),
      { numRuns: 60 },
    );
  });

  test('a key with any text is found again, and no other', () => {
    fc.assert(
      fc.property(anyText(), anyText(), (key, other) => {
        const run = { id: '42', attempt: 3 };
        const mark = commentMark(key, run);
        expect(mark).toMatch(/^<!-- [^\n>]*[^-] -->$/);
        expect(readCommentMark(`${mark}\nbody`)?.run).toEqual(run);
        if (key.toWellFormed() !== other.toWellFormed()) expect(commentMark(other, run)).not.toBe(mark);
      }),
    );
    expect(readCommentMark(`x\n${MARK}`)).toBeNull();
    expect(readCommentMark(` ${MARK}`)).toBeNull();
  });
});
