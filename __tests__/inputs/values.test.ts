// The grammar of single values: what fits, what does not, and that nothing else gets through.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as values from '../../src/inputs/values.ts';
import { anyText, anyUrl } from '../helpers/text.ts';

const MB = 1024 ** 2;

/** One row for each parser: what it reads, and what it refuses. */
const GRAMMAR: readonly {
  readonly name: string;
  readonly parser: values.Parser<unknown>;
  readonly reads: Readonly<Record<string, unknown>>;
  readonly refuses: readonly string[];
}[] = [
  {
    name: 'boolean',
    parser: values.boolean,
    reads: { true: true, True: true, TRUE: true, false: false, False: false, FALSE: false },
    refuses: ['yes', 'no', '1', '0', 'tRUE', 'on', 'true ', 'true\n'],
  },
  {
    name: 'whole number from 0 to 2^53-1',
    parser: values.wholeNumber(0, Number.MAX_SAFE_INTEGER),
    reads: { '0': 0, '7': 7, '007': 7, '9007199254740991': Number.MAX_SAFE_INTEGER },
    refuses: ['-1', '9007199254740992', '1.0', '1e3', '0x10', '+1', '1 ', '1,000', '١', '1\n', 'NaN'],
  },
  {
    name: 'whole number from 1 to 32',
    parser: values.wholeNumber(1, 32),
    reads: { '1': 1, '32': 32 },
    refuses: ['0', '33', '-5', '4.5'],
  },
  {
    name: 'decimal',
    parser: values.decimal,
    reads: { '3.5': 3.5, '-2': -2, '.5': 0.5, '1.': 1, '1e3': 1_000, '2.5E-1': 0.25 },
    refuses: ['3,5', '1e999', 'Infinity', 'NaN', '0x10', '1_000', '', '.', '1 2', '5px', '--1'],
  },
  {
    name: 'dollars',
    parser: values.dollars,
    reads: { '0': 0, '1.50': 1.5, '20': 20 },
    refuses: ['-1', '$5', '5 USD', '1,50'],
  },
  {
    name: 'one of',
    parser: values.oneOf('any', 'all', 'never'),
    reads: { any: 'any', never: 'never' },
    refuses: ['Any', 'some', 'any,all', 'constructor'],
  },
  {
    name: 'word',
    parser: values.word,
    reads: { png: 'png', 'x-1.2_y': 'x-1.2_y' },
    refuses: ['two words', 'a/b', '{png}', 'ü', 'png\n'],
  },
  {
    name: 'image size',
    parser: values.imageSize,
    reads: {
      square_hd: 'square_hd',
      landscape_16_9: 'landscape_16_9',
      '1024x768': { width: 1024, height: 768 },
      '1X99999': { width: 1, height: 99_999 },
    },
    refuses: ['1024*768', '0x768', '1024x', '1024 x 768', '100000x1', '-1x1', '1.5x2', '16:9', '1024x768px'],
  },
  {
    name: 'duration',
    parser: values.duration,
    reads: {
      '500ms': 500,
      '2s': 2_000,
      '10m': 600_000,
      '1h': 3_600_000,
      '30': 30_000,
      '1.5s': 1_500,
      '120h': 432_000_000,
    },
    refuses: ['0', '0s', '-1s', '1 s', '1S', '10min', '121h', 's', '1m30s', '1e3', '.5s', '1d', 'soon'],
  },
  {
    name: 'poll interval',
    parser: values.pollInterval,
    reads: { '2s': 2_000 },
    refuses: ['0', 'often'],
  },
  {
    name: 'size',
    parser: values.byteSize,
    reads: { '800KB': 800 * 1024, '5MB': 5 * MB, '2GB': 2_048 * MB, '1000': 1_000, '1.5 mb': 1.5 * MB, '7b': 7 },
    refuses: ['0', '0MB', '-1', '5 parsecs', '5TB', '5M', '1e3', '5MBs', '0.1', '99999999999GB', 'MB'],
  },
  {
    name: 'artifact name',
    parser: values.artifactName,
    reads: { 'my images (1)': 'my images (1)', 'bilder-ä-日本': 'bilder-ä-日本' },
    refuses: [
      'a/b',
      'a\\b',
      'a:b',
      'a"b',
      'a<b',
      'a>b',
      'a|b',
      'a*b',
      'a?b',
      'a\nb',
      'a\0b',
      '##[error]',
      'x'.repeat(201),
    ],
  },
  {
    name: 'service origin',
    parser: values.serviceOrigin,
    reads: {
      'https://model-api.runcomfy.net': new URL('https://model-api.runcomfy.net'),
      'https://example.com:8443/': new URL('https://example.com:8443/'),
      'http://127.0.0.1:8080': new URL('http://127.0.0.1:8080'),
      'http://localhost:8080': new URL('http://localhost:8080'),
      'http://[::1]:8080': new URL('http://[::1]:8080'),
    },
    refuses: [
      'http://example.com',
      'http://127.0.0.1.example.com',
      'http://[::ffff:127.0.0.1]',
      'https://example.com/v1',
      'https://example.com?x',
      'https://example.com#x',
      'https://user:pass@example.com',
      'https://example.com\\@other.com',
      'https:// example.com',
      'example.com',
      'ftp://example.com',
      'javascript:alert(1)',
      'https://',
    ],
  },
  {
    name: 'host list',
    parser: values.hostList,
    reads: {
      'cdn.example.com': ['cdn.example.com:443'],
      'CDN.Example.com:8443': ['cdn.example.com:8443'],
      'a.com, b.com\n c.com:444 \r\n,': ['a.com:443', 'b.com:443', 'c.com:444'],
      '[::1]:8080': ['[::1]:8080'],
      'localhost:3000': ['localhost:3000'],
      '': [],
    },
    refuses: [
      'https://a.com',
      'a.com/x',
      '*.a.com',
      'a.com:99999',
      'a.com:x',
      'u@a.com',
      'a com',
      'a.com b.com',
      '#',
      '[x]',
    ],
  },
];

describe.each(GRAMMAR)('$name', ({ parser, reads, refuses }) => {
  test.each(Object.entries(reads))('reads %j', (text, value) => {
    expect(parser.parse(text)).toEqual(value);
  });

  test.each(refuses)('refuses %j', (text) => {
    expect(parser.parse(text)).toBeUndefined();
  });

  test('states its rule as a clause', () => {
    expect(parser.rule).toMatch(/^must .*[^.]$/);
  });

  test('returns quickly and never throws, for any input', () => {
    fc.assert(fc.property(anyText(), (text) => void parser.parse(text)));
    const started = performance.now();
    for (const unit of ['1', '.', ' ', '\n', ',', 'a', '[', '1.', 'a.']) parser.parse(unit.repeat(5_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

test('every valid duration and size has the right value', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400_000 }), (number) => {
      expect(values.duration.parse(`${number}`)).toBe(number * 1_000);
      expect(values.duration.parse(`${number}ms`)).toBe(number);
      expect(values.byteSize.parse(`${number}KB`)).toBe(number * 1024);
      expect(values.imageSize.parse(`${(number % 99_999) + 1}x7`)).toEqual({ width: (number % 99_999) + 1, height: 7 });
    }),
  );
});

test('a valid origin has no secret and no path, and is encrypted or on this machine', () => {
  const parts = fc.array(
    fc.constantFrom(
      'http://',
      'https://',
      'a.com',
      '127.0.0.1',
      'localhost',
      '[::1]',
      ':80',
      '/',
      '@',
      '\\',
      '?',
      '#',
      '.',
      '%',
      'u',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        parts.map((some) => some.join('')),
        anyUrl(),
      ),
      (text) => {
        const url = values.serviceOrigin.parse(text);
        if (url === undefined) return;
        expect(url.href).toBe(`${url.origin}/`);
        expect(url.protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  'blackforestlabs/flux-2/flex/text-to-image',
  'community/wan-2-2-animate/api',
  'a/b',
  'wan-ai/wan-2.7/text_to_video',
  'a/..b/c..',
])('the model id %j can be used', (model) => {
  expect(values.faultOfModel(model)).toBeNull();
});

test.each([
  'flux',
  '',
  '/a/b',
  'a/b/',
  'a//b',
  'a/../b',
  'a/./b',
  'a/b?x=1',
  'a/b#x',
  'a/%2e%2e/b',
  'a/b c',
  'a\\b/c',
  'a/b\n',
  'https://www.runcomfy.com/models/a/b',
  'HTTP://x/y',
])('the model id %j cannot', (model) => {
  expect(values.faultOfModel(model)).toMatch(/^must be a model_id/);
});

describe('bareToken', () => {
  test.each([
    'rc-0123',
    'eyJhbGciOi.J9.x-y_z',
    'c2VjcmV0==',
    'ABC=',
    '0198c1f2-1111-7000',
    'bearer',
    'export',
    '"',
    '=',
    '',
  ])('a token alone is left alone: %s', (token) => expect(values.bareToken(token)).toBe(token));

  test('for any input, nothing is left around the token', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(),
          fc.array(fc.constantFrom('"', "'", 'A=', 'Bearer ', ';', 'x')).map((p) => p.join('')),
        ),
        (text) => {
          const bare = values.bareToken(text);
          expect(values.bareToken(bare)).toBe(bare);
          expect(text).toContain(bare);
        },
      ),
    );
  });
});
