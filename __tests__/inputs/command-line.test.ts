// The command line, which has an option for each input.
import { expect, test } from '@jest/globals';
import { CommandLineError, optionHelp, readCommandLine } from '../../src/inputs/command-line.ts';

const SWITCHES = { yes: 'y', help: 'h', version: null };

test.each([
  [
    'values as separate arguments, or after =',
    ['--prompt', 'a red fox', '--count=4'],
    { prompt: 'a red fox', count: '4' },
  ],
  ['a boolean with its value', ['--resume', 'false'], { resume: 'false' }],
  ['a boolean with its value after =', ['--resume=False'], { resume: 'False' }],
  ['a boolean without a value before an option', ['--resume', '--prompt=--x=y'], { resume: 'true', prompt: '--x=y' }],
  ['a boolean without a value at the end', ['--enable-prompt-expansion'], { 'enable-prompt-expansion': 'true' }],
  ['a value that starts with one dash', ['--seed', '-1'], { seed: '-1' }],
  ['an empty value', ['--prompt=', '--model', ''], { prompt: '', model: '' }],
])('%s', (_name, given, inputs) => {
  expect(readCommandLine(given, SWITCHES)).toEqual({ inputs, switches: new Set(), words: [] });
});

test('commands and switches are accepted anywhere', () => {
  expect(readCommandLine(['-y', 'plan', '--manifest', 'images.yml', '--version'], SWITCHES)).toEqual({
    inputs: { manifest: 'images.yml' },
    switches: new Set(['yes', 'version']),
    words: ['plan'],
  });
  expect(readCommandLine(['--resume', 'plan'], SWITCHES)).toMatchObject({
    inputs: { resume: 'true' },
    words: ['plan'],
  });
});

test.each([
  [['--promt', 'x'], 'There is no option --promt. Did you mean --prompt?'],
  [['--versoin'], 'Did you mean --version?'],
  [['--zzzzzzzz'], 'To list all options, use --help.'],
  [['-x'], 'There is no option -x.'],
  [['--prompt'], '--prompt needs a value'],
  [['--count', '--prompt', 'x'], '--count needs a value'],
  [['--yes=no'], '--yes takes no value.'],
  [['--only', 'a', '--only', 'b'], '--only is given twice.'],
  [['--__proto__=x'], 'There is no option --__proto__.'],
])('an error says what is wrong with %j', (given, problem) => {
  expect(() => readCommandLine(given, SWITCHES)).toThrow(CommandLineError);
  expect(() => readCommandLine(given, SWITCHES)).toThrow(problem);
});

test('the help of an option is wrapped to the width', () => {
  const lines = optionHelp('--count', 'many words '.repeat(20), 60).split('\n');
  expect(lines[0]).toBe('  --count');
  expect(lines.length).toBeGreaterThan(3);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
});
