// Malicious text from users and servers, through the bundle: nothing forges a command, breaks the summary or leaks a secret.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderGitHubMarkdown } from '../../simulator/demo/github-markdown.ts';
import { isObject } from '../../simulator/wire.ts';
import { type Played, play } from '../helpers/action.ts';
import { answer, expectNoSecret } from '../helpers/faults.ts';
import { PIXEL } from '../helpers/pixel.ts';

const TOKEN = 'rc-simulator-token';
const SIGNATURE = 's1gnature';
const BASE64 = Buffer.from(TOKEN).toString('base64');

/** Each piece is dangerous somewhere: in the runner's commands, Markdown, HTML, terminals, file names, or our own redaction. */
const pieces = [
  ...['::error::forged', '::set-output name=path::forged', '::add-mask::fox', '::stop-commands::x', '::group::x'],
  ...['##[error]forged', '##[add-path]/forged', '##[set-env name=A;]forged', '::', '##[', '%0A::error::forged'],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\u2028',
    '\u0085',
    '\v',
    '\f',
    '\t',
    ' ',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\u202e',
    '\u001b[2J',
  ],
  ...[
    '<img src="https://evil.example.com/x.png">',
    '</td></tr></table>',
    '</code>',
    '</pre>',
    '<!--',
    '<details open>',
  ],
  ...[
    '@octocat',
    '#1',
    'octo-org/garden#2',
    '![x](https://evil.example.com/x.png)',
    '[x](javascript:x)',
    '```',
    '|',
    '\n\n# x',
  ],
  ...[
    `https://evil.example.com/?sig=${SIGNATURE}`,
    `https://fox:${SIGNATURE}@evil.example.com/`,
    'www.evil.example.com',
  ],
  ...[
    'ghadelimiter_',
    'EOF',
    'images<<EOF',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an expression of workflows
    '${{ secrets.TOKEN }}',
    '$(reboot)',
    '\\',
    '"',
    "'",
    '&#64;',
    ':fox:',
    '🦊',
  ],
  ...[TOKEN, encodeURIComponent(TOKEN), BASE64, 'fox', 'x'.repeat(300)],
];
const hostile = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

/** What is true for every run with any input. */
function expectHarmless(run: Played): void {
  expect(run.forged).toEqual([]);
  expect(run.annotations.filter(({ level }) => level !== 'warning')).toHaveLength(run.exitCode === 0 ? 0 : 1);
  expect(run.exported).toEqual({ env: {}, path: [] });
  expect(run.masks).not.toContain('fox');
  expectNoSecret(run, '');
  expect(run.log).not.toContain(SIGNATURE);
  // Debug lines are the artifact library's own; the runner drops them.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(run.stdout.replace(/^::debug::[^\n]*$/gm, '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
  const html = renderGitHubMarkdown(run.summary);
  for (const [, address = ''] of html.matchAll(/(?:href|src|srcset)="([^"]*)"/g)) {
    expect(address).toMatch(
      /^(http:\/\/127\.0\.0\.1:\d+\/files\/|https:\/\/github\.com\/octo-org\/garden\/actions\/runs\/)/,
    );
  }
  // GitHub shows the content of <code>, <pre> and anchors without URL unchanged. Outside of them, there must be no text from outside.
  const outside = html.replace(/<(code|pre|a)>[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '');
  expect(outside).not.toMatch(/octocat|evil|forged|garden#2|fox/);
}

/** Rows of tables and items of lists. */
function rowsOf(summary: string): number {
  return renderGitHubMarkdown(summary).split(/<(?:tr|li)>/).length - 1;
}

test('everything in errors, states and results of servers stays text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hostile, { minLength: 16, maxLength: 16 }), async (texts) => {
      const [word = '', ...errors] = texts;
      await using run = await play({
        service: { token: TOKEN },
        inputs: { count: '16', concurrency: '1', 'image-size': '16x16' },
        before: (simulator) => {
          simulator.fault('status', answer(200, { status: word }));
          for (const [n, text] of errors.entries()) {
            if (n % 5 === 0) simulator.fault('submit', answer(400, { error_code: 400003, error_message: text }));
            else if (n % 5 === 1)
              simulator.fault('submit', answer(422, { detail: [{ loc: ['body', text], msg: text }] }));
            else if (n % 5 === 2) simulator.fault('result', answer(200, { status: 'failed', error: { [text]: text } }));
            else if (n % 5 === 3)
              simulator.fault(
                'result',
                answer(200, {
                  status: 'succeeded',
                  output: { [text]: text, says: `https://evil.example.com/${text}` },
                }),
              );
            else
              simulator.fault(
                'result',
                // With a space in it, it would be a sentence that begins with an address.
                answer(200, { status: 'succeeded', output: [`https://evil.example.com/${text.replace(/\s/g, '')}`] }),
              );
          }
        },
      });
      expectHarmless(run);
      expect(run.exitCode).toBe(1);
      const report: unknown = JSON.parse(await readFile(run.outputs['report-file'] ?? '', 'utf8'));
      const failures = isObject(report) && Array.isArray(report.failures) ? report.failures : [];
      const { count, 'failed-count': failed } = run.outputs;
      // A string in a result is saved as JSON, unless it is a URL that cannot be downloaded.
      expect(Number(count) + Number(failed)).toBe(16);
      expect(Number(failed)).toBeGreaterThanOrEqual(12);
      expect(Number(count)).toBeGreaterThanOrEqual(1);
      expect(rowsOf(run.summary)).toBe(1 + Number(count) + failures.length);
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

test('everything in prompts and parameters stays text, and reaches RunComfy and the outputs unchanged', async () => {
  const workspace = await mkdtemp(path.join(tmpdir(), 'workspace-'));
  await fc.assert(
    fc.asyncProperty(hostile, hostile, async (text, value) => {
      // The prompt can contain the token by mistake. Then it is changed.
      const prompt = `a ${text} fox`.replaceAll(TOKEN, '').replaceAll(BASE64, '').trimEnd();
      // Line ends are the checkout's, not the author's.
      const asSent = prompt.replaceAll('\r\n', '\n');
      await writeFile(path.join(workspace, 'prompt.txt'), prompt);
      await using run = await play({
        workspace,
        inputs: {
          prompt: '',
          'prompt-file': 'prompt.txt',
          parameters: JSON.stringify({ style: value, [`${value}!`]: [value], image_size: { width: 16, height: 16 } }),
        },
      });
      expectHarmless(run);
      expect(run.exitCode).toBe(0);
      expect(run.simulator.requests.map(({ body }) => body)).toMatchObject([
        { prompt: asSent, style: value, [`${value}!`]: [value] },
      ]);
      expect(run.json('images')).toMatchObject([{ prompt: asSent }]);
      expect(rowsOf(run.summary)).toBe(2);
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

/** URLs with the token or a signature are changed on purpose. These should arrive unchanged. */
const harmlessInUrls = hostile.map((text) =>
  text.replaceAll(TOKEN, '').replaceAll(BASE64, '').replaceAll(SIGNATURE, ''),
);

test('URLs from servers are only used in names and links where allowed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(harmlessInUrls, { minLength: 8, maxLength: 8 }), async (texts) => {
      await using run = await play({
        service: { token: TOKEN },
        before: (simulator) =>
          simulator.output(() =>
            texts.map((text, n) =>
              simulator.host(`${n}/${encodeURIComponent(text)}.png?sig=${SIGNATURE}`, { body: PIXEL }),
            ),
          ),
      });
      expectHarmless(run);
      expect(run.outputs).toMatchObject({ count: '8', 'failed-count': '0' });
      expect(run.outputs.paths?.split('\n')).toEqual(texts.map((_, n) => `runcomfy-images/image-${n + 1}.png`));
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

test.each(['image-1', 'a [refuse]'])('what the artifact service says stays text (%s)', async (prompt) => {
  // GitHub knows no token of ours, and the library prints its answers for debugging.
  const message = pieces.join(' ').replaceAll(TOKEN, '');
  await using run = await play({
    service: { token: TOKEN },
    inputs: { prompt, 'image-size': '16x16' },
    before: (simulator) => simulator.fault('artifact-create', answer(403, { msg: message })),
  });
  expectHarmless(run);
});

test.each(Array.from({ length: 4 }, (_, n) => 280 + 6 * n))(
  'a token is hidden where a message is cut in its middle (%i characters before it)',
  async (before) => {
    await using run = await play({
      service: { token: TOKEN },
      inputs: { count: '3', concurrency: '1', prompt: `${'p'.repeat(before - 50)}${TOKEN}` },
      before: (simulator) => {
        const text = `${'x'.repeat(before)}${TOKEN} and more`;
        simulator.fault('submit', answer(400, { error_message: text }));
        simulator.fault('status', answer(200, { status: text }));
        simulator.fault('result', answer(200, { status: 'failed', error: text }));
        simulator.fault('result', answer(200, { status: 'succeeded', output: { text: text.repeat(2) } }));
      },
    });
    expectHarmless(run);
    // Not even the longer half of it.
    for (const text of [run.stdout.replace(`::add-mask::${TOKEN}`, ''), run.summary])
      expect(text).not.toMatch(/rc.{1,5}simu/);
  },
);
