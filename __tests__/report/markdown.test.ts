// Text from outside in Markdown: shown as it is, and able to do nothing.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderGitHubMarkdown } from '../../simulator/demo/github-markdown.ts';
import { code, href, preformatted, prose, shortened } from '../../src/report/markdown.ts';
import { anyText, anyUrl, unescaped } from '../helpers/text.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '</code></td></table>',
  '<!-- -->',
  '&lt;b&gt;',
  '@octocat and @octo-org/team',
  '#1, GH-1, octo-org/garden#1, 0123456789abcdef0123456789abcdef01234567',
  'https://example.com/ www.example.com a@example.com',
  '![x](https://example.com/x.png) [y](javascript:alert(1))',
  ':tada: **b** _i_ ~~s~~ `c` $x$ | a | b |',
  '\n\n# heading\n\n- item\n\n```\nfence\n```\n\n> [!WARNING]\n> x',
  '"quotes" \'and\' \\ backslashes',
];

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  anyText(),
  fc.array(fc.constantFrom(...HOSTILE, '\n', ' ', '`', '<', '&', '-->', ']]>', '\0')).map((parts) => parts.join('')),
);

/** What a reader sees of text on one line. */
const seen = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');

describe('code', () => {
  test.each(HOSTILE)('shows %j and nothing else', (text) => {
    const html = renderGitHubMarkdown(`<p>${code(text)}</p>`).trim();
    expect(html).toMatch(/^<p><code>[^<]*<\/code><\/p>$/);
    expect(unescaped(html.slice(9, -11))).toBe(seen(text));
  });

  test('has only letters, entities and harmless marks, on one line, with the same text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = code(text);
        expect(html).toMatch(/^<code>(?:&#\d+;|[^!-+/:-@[-`{-~\n\r\p{Cc}])*<\/code>$/u);
        expect(unescaped(html.slice(6, -7))).toBe(seen(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('prose', () => {
  test.each(HOSTILE)('shows %j and nothing else', (text) => {
    const html = renderGitHubMarkdown(`<p>${prose(text)}</p>`).trim();
    expect(html).toMatch(/^<p><a>(?:[^<]|<span>&#(?:36|58);<\/span>)*<\/a><\/p>$/);
    expect(unescaped(html.replace(/<[^>]*>/g, ''))).toBe(seen(text));
  });

  test('has only letters, entities and harmless marks, on one line, inside an anchor without a URL', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const html = prose(text);
        expect(html).toMatch(/^<a>(?:<span>&#(?:36|58);<\/span>|&#(?!36;|58;)\d+;|[^!-+/:-@[-`{-~\n\r\p{Cc}])*<\/a>$/u);
        expect(html).not.toMatch(/:\w|\$/);
        expect(unescaped(html.replace(/<[^>]*>/g, ''))).toBe(seen(text));
      }),
      { numRuns: 500 },
    );
  });
});

test('preformatted text keeps its lines, without a line of its own that would end the HTML', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const html = preformatted(text);
      expect(html).toMatch(/^<pre>(?:&#\d+;|[^!-+/:-@[-`{-~\n\r])*<\/pre>$/u);
      const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').split('\n').length;
      expect(unescaped(html.slice(5, -6)).split('\n')).toHaveLength(lines);
    }),
  );
});

/** What takes no room on screen: byte order marks, joiners, marks of direction, tags. */
const INVISIBLE = [...'\ufeff\u200b\u200d\u2060\u00ad\u180e\u200e\u202e\u2066\u{e0040}\0'];

describe.each(INVISIBLE)('%j between the characters, once or a thousand times,', (invisible) => {
  test.each(['@octocat', '#1', '<b>', '![x](http://h/x.png)', '</code></pre>', '-->'])('gives %j no power', (text) => {
    for (const times of [1, 2, 1_000]) {
      const spread = invisible.repeat(times) + Array.from(text).join(invisible.repeat(times));
      for (const [markdown, element] of [
        [code(spread), /^<p><code>([^<]*)<\/code><\/p>$/],
        [preformatted(spread), /^<pre>([^<]*)<\/pre>$/],
        [prose(spread), /^<p><a>((?:[^<]|<span>:<\/span>)*)<\/a><\/p>$/],
      ] as const) {
        expect(markdown).not.toMatch(/[\ufeff\u200e\u202e\u2066\0]/);
        const [, shown = ''] = element.exec(renderGitHubMarkdown(markdown).trim()) ?? [];
        expect(unescaped(shown.replace(/<\/?span>/g, '')).replace(/[\s\p{DI}]/gu, '')).toBe(text);
      }
    }
  });
});

describe('href', () => {
  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://x/',
    '//example.com/',
    '/x',
    'x',
    '',
    'https://',
  ])('%j is no link', (url) => {
    expect(href(url)).toBeNull();
  });

  test('keeps the query, which signed URLs need', () => {
    const url = 'https://files.runcomfy.net/a/b.png?X-Amz-Signature=0a%2Bb&x=1';
    expect(unescaped(href(url) ?? '')).toBe(url);
  });

  test('no URL can end its attribute or its link, and it stays the same URL', () => {
    const tail = fc
      .array(fc.constantFrom('"', "'", '>', '<', '`', ' ', '\n', '|', '](x)', '@', '&quot;', 'x'))
      .map((p) => p.join(''));
    fc.assert(
      fc.property(anyUrl(), tail, (url, rest) => {
        const link = href(url + rest);
        if (link === null) return;
        expect(link).not.toMatch(/["'<>`|\\\s[\]{}@]/);
        expect(new URL(unescaped(link)).href).toBe(new URL(url + rest).href);
      }),
    );
  });
});

test.each([
  ['short', 5, 'short'],
  ['longer', 5, 'longe…'],
  ['cut here', 4, 'cut…'],
  ['🦊🦊🦊', 3, '🦊🦊🦊'],
])('%j, at most %d characters, is %j', (text, max, short) => {
  expect(shortened(text, max)).toBe(short);
});
