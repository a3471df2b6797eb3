// What is printed can do nothing: no forged command, no secret, no signature of a signed URL.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCommand } from '../../simulator/runner/workflow-commands.ts';
import { neutralised, redactor, withoutSignatures } from '../../src/report/text.ts';
import { anyText, anyUrl } from '../helpers/text.ts';

const COMMANDS = new Set(['error', 'add-mask', 'set-output', 'stop-commands', 'x']);

/** Text that tries: every part of a command, with what may hide between the parts. */
const hostile = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(':', '::', '#', '##', '[', '##[', ']', 'error', 'add-mask', 'x') },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...[...' \t\n\r\v\f\0\x1b\u00a0\u0085\u00ad\u180e\u200b\u200e\u202e\u2028\u2029\u2060\ufe0f\u{e0020}'],
        ),
      },
      { weight: 1, arbitrary: anyText(3) },
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

/** As .NET may compare, without what Unicode calls ignorable. */
const visible = (text: string): string => text.replace(/\p{DI}/gu, '');

/** Ends a line for the runner, or for readers of the log. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

describe('neutralised', () => {
  test.each([
    { name: 'a command', text: '::error::x' },
    { name: 'a command with properties', text: '::error file=a,line=1::x' },
    { name: 'an indented command', text: ' \t ::error::x' },
    { name: 'a command on a later line', text: 'fine\n::error::x' },
    { name: 'a command after a carriage return', text: 'fine\r::error::x' },
    { name: 'a command after a Unicode line end', text: 'fine\u2028::error::x' },
    { name: 'a command behind a zero width space', text: '\u200b::error::x' },
    { name: 'a command behind byte order marks', text: `${'\ufeff'.repeat(1_000)}::error::x` },
    { name: 'a command with byte order marks in its colons', text: ':\ufeff\ufeff:error::x' },
    { name: 'a legacy command with byte order marks in it', text: '#\ufeff\ufeff#\ufeff\ufeff[error]x' },
    { name: 'a command with a soft hyphen in its colons', text: ':\u00ad:error::x' },
    { name: 'a command with a NUL in its colons', text: ':\0:error::x' },
    { name: 'a legacy command', text: 'fine ##[error]x' },
    { name: 'a legacy command with a hidden part', text: 'fine #\u200b#\u2060[error]x' },
    { name: 'a legacy command behind more hashes', text: '#####[error]x' },
  ])('takes the power from $name', ({ text }) => {
    for (const line of neutralised(text).split(LINE_END)) {
      expect(parseCommand(line, COMMANDS)).toBeNull();
      expect(visible(line).trimStart()).not.toMatch(/^::/);
      expect(visible(line)).not.toContain('##[');
    }
  });

  test('does not change ordinary text', () => {
    for (const text of [
      'a: b',
      'a::b',
      'C++ std::string',
      '# heading',
      '## heading',
      '[link](x)',
      '💡 日本語 é',
      'a\tb',
    ]) {
      expect(neutralised(text)).toBe(text);
    }
  });

  test('removes characters that would rewrite the line on screen', () => {
    expect(neutralised('a\x1b[2Kb\x08\u009bc')).toBe('a[2Kbc');
    expect(neutralised('abc\u202edef\u2066')).toBe('abcdef');
  });

  test('no line of the result is a command, for any input', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const line of neutralised(text).split(LINE_END)) {
          expect(parseCommand(line, COMMANDS)).toBeNull();
          expect(visible(line).trimStart()).not.toMatch(/^::/);
          expect(visible(line)).not.toContain('##[');
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('loses nothing that can be seen', () => {
    // The marks around interlinear annotations are as invisible as all others, though Unicode does not call them ignorable.
    const bare = (text: string) =>
      text.replace(/[\s\p{Cc}\p{DI}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/gu, '');
    const holds = fc.property(hostile, (text) => void expect(bare(neutralised(text))).toBe(bare(text)));
    fc.assert(holds, { examples: [['a\ufff9b\ufffac\ufffb']] });
  });
});

describe('withoutSignatures', () => {
  test.each([
    ['https://h/a.png?sig=secret', 'https://h/a.png?…'],
    ['see https://h/a?b=1&c=2, please', 'see https://h/a?… please'],
    ['https://h/a#token=secret', 'https://h/a'],
    ['https://user:secret@h/a', 'https://h/a'],
    ['HTTPS://user:secret@h/a?sig=secret#x', 'HTTPS://h/a?…'],
    ['"https://h/a?sig=secret"', '"https://h/a?…"'],
    ['<https://h/a?sig=secret>', '<https://h/a?…>'],
    ['https://h/a?u=https://h/b?sig=secret', 'https://h/a?…'],
    ['https://h/plain/path.png', 'https://h/plain/path.png'],
    ['no address: a?b=c#d', 'no address: a?b=c#d'],
  ])('%s becomes %s', (text, bare) => {
    expect(withoutSignatures(text)).toBe(bare);
  });

  test('no query, fragment or user info of any URL is left', () => {
    const secret = 'S3CRET';
    const tokens = fc.stringMatching(/^[\w.~%+=&-]{0,10}$/);
    const url = anyUrl().filter((text) => !text.includes("'"));
    fc.assert(
      fc.property(url, tokens, tokens, fc.constantFrom('?sig=', '#', '?a=b#'), (address, before, after, mark) => {
        const text = `see ${address}${mark}${before}${secret}${after} there`;
        expect(withoutSignatures(text)).not.toContain(secret);
        expect(withoutSignatures(text.replace('://', `://${secret}@`))).not.toContain(secret);
      }),
    );
  });
});

describe('redactor', () => {
  const token = 'tok+en/with="odd"=';

  test.each([
    ['as it is', `Bearer ${token}.`],
    ['in a query', `?key=${encodeURIComponent(token)}`],
    ['in JSON', JSON.stringify({ token })],
    ['in base64', Buffer.from(token).toString('base64')],
    ['many times', `${token}${token} ${token}`],
  ])('removes the secret %s', (_name, text) => {
    const redacted = redactor([token])(text);
    expect(redacted).toContain('***');
    expect(redacted).not.toMatch(/en[/\\%]|odd|dG9r/);
  });

  test('removes the longer of two secrets first, and none that would spoil every text', () => {
    expect(redactor(['', 'abcd', 'abcdef'])('abcdef abcd')).toBe('*** ***');
    expect(redactor([])('abcd')).toBe('abcd');
    expect(redactor(['a'])('a banana')).toBe('a banana');
    expect(redactor(['to+ken'])('to%2Bken to%2bken')).toBe('*** ***');
  });

  test('no secret is left in any context, and the rest is unchanged', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9_.~+/=-]{8,40}$/);
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 3 }),
        fc.string(),
        fc.string(),
        (secrets, before, after) => {
          const redacted = redactor(secrets)(`${before}${secrets.join(after)}${after}`);
          for (const each of secrets) expect(redacted).not.toContain(each);
          expect(redactor(secrets)('unrelated')).toBe('unrelated');
        },
      ),
    );
  });
});

test.each([
  '\n',
  '\r',
  '#',
  '# ',
  ':',
  ': ',
  ' ',
  '\t',
  '\u200b',
  '\ufeff',
  'http://',
  'https://a?b ',
  '@',
  'http://@',
  '##[',
  '::a::',
])('a megabyte of %j is read in linear time', (unit) => {
  const text = unit.repeat(Math.ceil(1e6 / unit.length));
  const filters = [neutralised, withoutSignatures, redactor(['a-secret-token'])];
  const started = performance.now();
  for (const filter of filters) filter(text);
  expect(performance.now() - started).toBeLessThan(2_000);
});
