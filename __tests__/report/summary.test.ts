// The job summary: its content, its size, and that text from outside stays text.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderGitHubMarkdown } from '../../simulator/demo/github-markdown.ts';
import { ActionError } from '../../src/lib/errors.ts';
import type { StoredArtifact } from '../../src/lib/ports.ts';
import { summaryOf } from '../../src/report/summary.ts';
import type { Outcome } from '../../src/tasks/outcome.ts';
import { ARTIFACT, failed, image, outcome, runResult, task, untried } from '../helpers/outcomes.ts';
import { unescaped, withoutSingled } from '../helpers/text.ts';

/** GitHub drops a summary above this (docs, workflow commands). */
const LIMIT = 1024 * 1024;

function summary(outcomes: readonly Outcome[], rest: Partial<Parameters<typeof summaryOf>[0]> = {}): string {
  return summaryOf({
    runResult: runResult(...outcomes),
    artifacts: [],
    cancelled: false,
    tookMs: 12_400,
    notes: [],
    ...rest,
  });
}

/** What a reader sees, without tags. */
const seen = (markdown: string): string =>
  unescaped(withoutSingled(renderGitHubMarkdown(markdown)).replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');

const tags = (html: string): readonly string[] => html.match(/<\/?[a-z][^\s>]*/g) ?? [];

describe('its head', () => {
  test.each([
    { name: 'all made', outcomes: [outcome(), outcome({ index: 2 })], title: '2 images from RunComfy' },
    { name: 'one failed', outcomes: [outcome(), failed('refused', 'No.')], title: '1 image from RunComfy, 1 failed' },
    { name: 'all failed', outcomes: [failed('refused', 'No.')], title: 'No images from RunComfy' },
    {
      name: 'a video',
      outcomes: [outcome({ images: [image({ format: 'mp4', path: 'a.mp4' })] })],
      title: '1 file from RunComfy',
    },
  ])('counts: $name', ({ outcomes, title }) => {
    expect(summary(outcomes).split('\n', 1)[0]).toContain(title);
  });

  test('shows the price, the time, what was never submitted, and the artifact', () => {
    const [, facts = ''] = summary([outcome(), untried({ index: 2 })], { artifacts: [ARTIFACT] }).split('\n\n');
    expect(facts).toContain('**1** saved · **1** not submitted · **$0.06** · 12.4 s');
    expect(facts).toContain(`<a href="${ARTIFACT.url}">`);
    expect(summary([outcome()], { cancelled: true })).toMatch(/^## .*Cancelled: 1 image/);
  });
});

describe('its tables', () => {
  test('an image: preview that links to its URL, path, request, seed, size, time and price', () => {
    const seeded = task({ parameters: { prompt: 'a fox', seed: 7 } });
    const html = renderGitHubMarkdown(summary([outcome({ task: seeded })]));
    expect(html).toMatch(
      /<a [^>]*href="https:\/\/files\.runcomfy\.net\/1\.png\?sig=abc"[^>]*><img src="https:\/\/files/,
    );
    expect(seen(summary([outcome({ task: seeded })]))).toMatch(
      /a fox .*runcomfy-images\/image-1\.png .*request-1 7 1024×768 png, 1\.9 MB 12\.4 s \$0\.06/,
    );
  });

  test.each([
    { name: 'a video', given: { format: 'mp4' } },
    { name: 'an AVIF', given: { format: 'avif' } },
    { name: 'an image of 6 MB', given: { bytes: 6 * 1024 ** 2 } },
  ])("$name has a link and no preview, which GitHub's proxy would not show", ({ given }) => {
    const html = renderGitHubMarkdown(summary([outcome({ images: [image(given)] })]));
    expect(html).not.toContain('<img');
    expect(html).toContain('href="https://files.runcomfy.net/1.png?sig=abc"');
  });

  test('consecutive images with one prompt and model share a table, and the files of a request share its time', () => {
    const many = summary([
      outcome({ index: 1 }),
      outcome({ index: 2, images: [image({ index: 2 }), image({ index: 3 })] }),
      outcome({ index: 4, task: task({ prompt: 'another' }) }),
    ]);
    expect(many.match(/<table>/g)).toHaveLength(2);
    expect(many.match(/a&#32;red|a red fox/g)).toHaveLength(1);
    expect(many).toContain('rowspan="2"');
    expect(many.match(/<tr>/g)).toHaveLength(2 + 4);
  });

  test('failures and open requests say why, and what to do', () => {
    const text = seen(
      summary([
        outcome({ images: [], failure: new ActionError('refused', 'Refused.', { advice: 'Word it differently.' }) }),
        failed('outcome-unknown', 'Lost.', { index: 2, requestId: null, unsettled: 'unknown' }),
        failed('timeout', 'Late.', { index: 3, unsettled: 'running' }),
      ]),
    );
    expect(text).toMatch(/Failed image-1 Refused\. Word it differently\. request request-1/);
    expect(text).toMatch(/Not collected .*Check Generations.*may be billed\. request request-3/);
  });

  test('several artifacts are listed with their links, and notes are separate', () => {
    const second = { ...ARTIFACT, id: '1001', name: 'b.png', url: `${ARTIFACT.url}1` };
    const text = summary([outcome()], { artifacts: [ARTIFACT, second], notes: ['1 image not submitted: stopped.'] });
    expect(text).toContain(`<a href="${second.url}"><code>b.png</code></a>`);
    expect(seen(text)).toContain('1 image not submitted: stopped.');
  });
});

describe('its limits', () => {
  test('a long prompt is cut, and shown completely in a fold, unless it is far too long', () => {
    const long = summary([outcome({ task: task({ prompt: `${'word '.repeat(100)}end` }) })]);
    expect(seen(long)).toMatch(/… .*Whole prompt .* end/);
    const huge = summary([outcome({ task: task({ prompt: `${'word '.repeat(10_000)}end` }) })]);
    expect(seen(huge)).not.toContain('end');
    expect(huge.length).toBeLessThan(10_000);
  });

  test('5,000 images fit, in whole rows, and the rest is counted', () => {
    const text = summary(Array.from({ length: 5_000 }, (_, n) => outcome({ index: n + 1 })));
    expect(Buffer.byteLength(text)).toBeLessThan(LIMIT);
    const rows = text.match(/<tr><td>/g)?.length ?? 0;
    expect(rows).toBeGreaterThan(1_500);
    expect(seen(text)).toContain(`${(5_000 - rows).toLocaleString('en-US')} more rows`);
    expect(text.match(/<table>/g)).toHaveLength(text.match(/<\/table>/g)?.length ?? -1);
    expect(text.match(/<tr>/g)).toHaveLength(text.match(/<\/tr>/g)?.length ?? -1);
  });

  test('400 failures of a thousand characters each, and 800 different prompts, fit', () => {
    const outcomes = Array.from({ length: 1_200 }, (_, n) =>
      n < 400
        ? failed('refused', '<'.repeat(1_000), { index: n })
        : outcome({ index: n, task: task({ prompt: `${n} ${'"'.repeat(5_000)}` }) }),
    );
    expect(Buffer.byteLength(summary(outcomes))).toBeLessThan(LIMIT);
  });
});

describe('text from outside', () => {
  const parts = [
    '<b>',
    '</td></tr></table>',
    '-->',
    '\n\n',
    '\r',
    '|',
    '`',
    '&lt;',
    '[x](y)',
    '@octocat',
    '#1',
    '# h',
    'x',
    ' ',
    '\u2028',
    '"',
  ];
  const hostile = fc.array(fc.constantFrom(...parts), { maxLength: 12 }).map((text) => `a${text.join('')}b`);

  const story = (text: string): string => {
    const artifact: StoredArtifact = { ...ARTIFACT, name: text };
    return summary(
      [
        outcome({
          task: task({ prompt: text, model: text, name: text }),
          requestId: text,
          images: [image({ path: `${text}.png`, url: `https://files.runcomfy.net/${text}` })],
        }),
        failed('refused', text, { index: 2, task: task({ name: text }), unsettled: 'running' }),
      ],
      { artifacts: [artifact], notes: [text] },
    );
  };

  test('changes no tag and adds no line', () => {
    const [harmless, rendered] = [story('ab'), tags(renderGitHubMarkdown(story('ab')))];
    fc.assert(
      fc.property(hostile, (text) => {
        const told = story(text);
        expect(tags(withoutSingled(told))).toEqual(tags(harmless));
        expect(told.split('\n')).toHaveLength(harmless.split('\n').length);
        expect(tags(withoutSingled(renderGitHubMarkdown(told)))).toEqual(rendered);
      }),
    );
  });

  test('is shown unchanged', () => {
    const text = '<script>x</script> @octocat #1 ![i](https://e/x.png) `c` | a | &amp; "q"';
    expect(seen(story(text)).split(text).length - 1).toBeGreaterThanOrEqual(6);
  });
});
