// `npm start`: its command line, the folder it leaves, and the page that shows a run as GitHub would.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { helpText, readArguments } from '../../simulator/demo/arguments.ts';
import { bringInputFiles, emptyDemoFolder } from '../../simulator/demo/demo-folder.ts';
import { renderGitHubMarkdown } from '../../simulator/demo/github-markdown.ts';
import { renderPage } from '../../simulator/demo/page.ts';

async function scratch() {
  const folder = await mkdtemp(join(tmpdir(), 'start-test-'));
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

test('the demo accepts all inputs and --help', () => {
  const given = ['--prompt', 'a red fox', '--comment', 'true', '--count=4'];
  expect(readArguments(given)).toEqual({ help: false, inputs: { prompt: 'a red fox', comment: 'true', count: '4' } });
  expect(readArguments(['-h']).help).toBe(true);
});

test.each([
  [['fox'], 'Unexpected "fox"'],
  [['--api-url', 'https://model-api.runcomfy.net'], '--api-url is not for the demo'],
])('what is wrong with %j', (given, problem) => {
  expect(() => readArguments(given)).toThrow(problem);
});

test('--help tells every input with its default, within the width', () => {
  const text = helpText([{ name: 'count', description: 'many words '.repeat(20).trim(), default: '1' }], 80);
  expect(text).toMatch(/--count\n( {6}\S.*\n)+.*\(default: 1\)/);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('the demo folder is emptied if a demo made it, and otherwise not touched', async () => {
  await using at = await scratch();
  const demo = join(at.folder, 'demo');
  await emptyDemoFolder(demo);
  await writeFile(join(demo, 'old.png'), 'old');
  await emptyDemoFolder(demo);
  expect(await readdir(demo)).toEqual(['.made-by-npm-start']);

  const mine = join(at.folder, 'mine');
  await mkdir(mine);
  await writeFile(join(mine, 'thesis.txt'), 'mine');
  await expect(emptyDemoFolder(mine)).rejects.toThrow('was not made by npm start');
  await expect(emptyDemoFolder(join(mine, 'thesis.txt'))).rejects.toThrow('was not made by npm start');
  expect(await readFile(join(mine, 'thesis.txt'), 'utf8')).toBe('mine');
});

test('files that inputs name come along into the workspace', async () => {
  await using at = await scratch();
  const from = join(at.folder, 'here');
  const workspace = join(at.folder, 'work');
  await mkdir(join(from, 'art', 'node_modules'), { recursive: true });
  await mkdir(workspace);
  await writeFile(join(at.folder, 'outside.txt'), 'a fox');
  for (const name of ['images.yml', 'images.lock.json', 'sketch.png', 'node_modules/x.js']) {
    await writeFile(join(from, 'art', name), name);
  }
  const files = 'image_url: art/sketch.png\nothers: [art/sketch.png, gone.png]\n';
  const given = { 'prompt-file': '../outside.txt', manifest: 'art/images.yml', files, count: '2' };
  expect(await bringInputFiles(given, from, workspace)).toEqual({
    'prompt-file': 'outside.txt',
    manifest: 'art/images.yml',
    files: '{"image_url":"art/sketch.png","others":["art/sketch.png","gone.png"]}',
    count: '2',
  });
  expect((await readdir(workspace, { recursive: true })).map((path) => path.replaceAll('\\', '/')).sort()).toEqual([
    'art',
    'art/images.lock.json',
    'art/images.yml',
    'art/sketch.png',
    'outside.txt',
  ]);
});

test.each([
  ['scripts with what is in them', 'a<script>alert(1)</script>b', '<p>ab</p>'],
  ['handlers, styles and classes', '<b onclick="x" style="color:red" class="y">t</b>', '<p><b>t</b></p>'],
  ['data: images', '![x](data:image/png;base64,AA==)', '<p><img alt="x"></p>'],
  ['javascript: links, however written', '<a href="java&#10;script:x">t</a>', '<p><a>t</a></p>'],
  ['unknown tags, but not their text', '<blink>t</blink>', '<p>t</p>'],
  ['end tags that would close the page', 'x</div></main>', '<p>x</p>'],
  ['quotes that would end an attribute', `<img alt='"><script>'>`, '<img alt="&quot;&gt;&lt;script&gt;">'],
])('a summary loses %s', (_name, markdown, html) => {
  expect(renderGitHubMarkdown(markdown).trim()).toBe(html);
});

test('a summary keeps what GitHub keeps', () => {
  const table = renderGitHubMarkdown('| a | b |\n|:--|--:|\n| `<x>` | https://a.b |\n');
  expect(table).toContain('<td align="left"><code>&lt;x&gt;</code></td>');
  expect(table).toContain('<td align="right"><a href="https://a.b">https://a.b</a></td>');
  expect(renderGitHubMarkdown('<details open>\n<summary>s</summary>\n\n**t**\n')).toContain('<strong>t</strong>');
  expect(renderGitHubMarkdown('> [!NOTE]\n> t\n')).toContain('<p class="markdown-alert-title">Note</p><p>t</p>');
});

test('the page escapes everything, and shows local files for URLs that no longer work', () => {
  const evil = '<script>alert(1)</script>';
  const html = renderPage({
    conclusion: 'failure',
    seconds: 1,
    inputs: { prompt: evil },
    images: [{ label: evil, path: 'workspace/50% #1.png' }],
    summary: '![x](http://127.0.0.1:1/f.png?a=1&b=2)',
    comments: [`${evil}\n\n![x](http://127.0.0.1:1/f.png?a=1&b=2)`],
    localFiles: new Map([['http://127.0.0.1:1/f.png?a=1&b=2', 'workspace/50% #1.png']]),
    annotations: [{ level: 'error', message: evil, title: evil, file: evil }],
    log: evil,
    outputs: { [evil]: evil, list: JSON.stringify([evil.repeat(20)]) },
    files: [{ label: evil, path: evil }],
    markdownStyle: '',
  });
  expect(html).not.toContain('<script');
  expect(html).not.toContain('127.0.0.1');
  expect(html.split('src="workspace/50%25%20%231.png"')).toHaveLength(4);
});
