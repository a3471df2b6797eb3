// action.yml, the code and the README must agree.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { DEFAULT_MODEL } from '../src/inputs/order.ts';
import { INPUT_NAMES, INPUTS, type Input } from '../src/inputs/table.ts';
import { KNOWN_KEYS } from '../src/manifest/schema.ts';
import { outputsOf } from '../src/report/outputs.ts';
import { reportOf, runResultOf } from '../src/report/report.ts';

interface Entry {
  readonly description?: string;
  readonly default?: string;
}

interface ActionFile {
  readonly name: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  readonly inputs: Readonly<Record<string, Entry>>;
  readonly outputs: Readonly<Record<string, Entry>>;
  readonly runs: { readonly using: string; readonly main: string; readonly post: string };
}

const ROOT = resolve(import.meta.dirname, '..');
const action: ActionFile = parse(readFileSync(resolve(ROOT, 'action.yml'), 'utf8'));
const readme = readFileSync(resolve(ROOT, 'README.md'), 'utf8');

/** The cells of all table rows below `## title`, without header and delimiter rows. A cell that is only code comes without its backticks. */
function tableRows(title: string): readonly (readonly string[])[] {
  const [, section = ''] = readme.split(new RegExp(`^## ${title}$`, 'm'));
  const [chapter = ''] = section.split(/^## /m);
  return chapter
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replace(/^`([^`]+)`$/, '$1')),
    );
}

test('action.yml declares the inputs of the table, in its order, with its defaults', () => {
  const inTable = INPUT_NAMES.map((name) => {
    const input: Input = INPUTS[name];
    const value = input.expression ?? input.default;
    return [name, value === '' ? {} : { default: value }];
  });
  const inAction = Object.entries(action.inputs).map(([name, { description: _, ...rest }]) => [name, rest]);
  expect(inAction).toEqual(inTable);
});

test('an image of a manifest has the keys that the table of inputs says it has', () => {
  const made = INPUT_NAMES.flatMap((name) => {
    const input: Input = INPUTS[name];
    return input.says === 'how' ? [] : [{ name, isKey: input.isManifestKey === true }];
  });
  for (const { name, isKey } of made) expect([name, KNOWN_KEYS.image.includes(name)]).toEqual([name, isKey]);
});

test('defaults in action.yml are strings, as the runner hands them over', () => {
  for (const entry of Object.values(action.inputs)) expect(typeof (entry.default ?? '')).toBe('string');
});

test('the outputs of action.yml are those that the code sets', () => {
  const runResult = runResultOf([], (text) => text);
  const { values } = outputsOf({
    runResult,
    report: reportOf(runResult),
    artifact: null,
    preview: null,
    reportFile: null,
    lock: null,
  });
  expect(Object.keys(action.outputs).sort()).toEqual(Object.keys(values).sort());
});

test("the README's table of inputs has the names and defaults of action.yml, in its order", () => {
  const documented = tableRows('Inputs').map(([name, value]) => [name, value]);
  const declared = Object.entries(action.inputs).map(([name, entry]) => [
    name,
    name === 'model' ? DEFAULT_MODEL : (entry.default ?? ''),
  ]);
  expect(documented).toEqual(declared);
});

test("the README's table of outputs has the names of action.yml, in its order", () => {
  expect(tableRows('Outputs').map(([name]) => name)).toEqual(Object.keys(action.outputs));
});

test('the messages in the README are those that the code says', () => {
  const code = readdirSync(resolve(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(resolve(ROOT, 'src', file), 'utf8'))
    .join('\n');
  const messages = tableRows('Troubleshooting').map(([message = '']) => message);
  expect(messages).not.toEqual([]);
  expect(messages.filter((message) => !code.includes(message))).toEqual([]);
});

test("action.yml names the model's default, which lives in the code", () => {
  expect(action.inputs.model?.description).toContain(DEFAULT_MODEL);
});

test.each([['the action', action], ...Object.entries({ ...action.inputs, ...action.outputs })] satisfies (readonly [
  string,
  Entry,
])[])('%s is described in plain sentences', (_, { description = '' }) => {
  // GitHub shows descriptions as one line of plain text.
  expect(description).toMatch(/^\S[^\n`<>]*\.$/);
  expect(description).not.toMatch(/ {2}/);
});

test('GitHub takes the action: runtime, entries and branding', () => {
  expect(action.runs.using).toBe('node24');
  for (const entry of [action.runs.main, action.runs.post]) expect(existsSync(resolve(ROOT, entry))).toBe(true);
  // The part of GitHub's lists that fits (GitHub docs, metadata syntax, branding).
  expect(['image', 'camera', 'aperture', 'film']).toContain(action.branding.icon);
  expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(
    action.branding.color,
  );
});
