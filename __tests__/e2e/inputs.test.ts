// Bad input, missing tokens and forks through the bundle: everything is said at once, and nothing is sent.
import { expect, test } from '@jest/globals';
import { play } from '../helpers/action.ts';

test('all problems of all inputs come in one message, each with input, value and rule', async () => {
  const run = await play({
    inputs: {
      prompt: '',
      count: '0',
      seed: 'seven',
      'image-size': '1024*768',
      'guidance-scale': '3,5',
      'num-inference-steps': '28 steps',
      'enable-prompt-expansion': 'yes',
      parameters: '- 1',
      files: 'image_url: ../secret.png',
      'output-dir': '/etc',
      filename: '{name}',
      'artifact-name': 'a/b',
      'artifact-retention-days': '401',
      concurrency: '257',
      'poll-interval': 'often',
      timeout: '0',
      'fail-on': 'some',
      'max-images': 'many',
      'max-cost': '-1',
      'max-download-size': '5 parsecs',
      'allowed-download-hosts': 'https://cdn.example.com',
      'api-url': 'http://api.example.com',
      summary: '1',
      model: 'https://www.runcomfy.com/models/x/y',
    },
  });
  expect(run.exitCode).toBe(1);
  expect(run.simulator.calls).toEqual([]);
  expect(run.errors).toHaveLength(1);
  const [message = ''] = run.errors;
  for (const [input, value] of [
    ['count', '0'],
    ['seed', 'seven'],
    ['image-size', '1024*768'],
    ['guidance-scale', '3,5'],
    ['num-inference-steps', '28 steps'],
    ['enable-prompt-expansion', 'yes'],
    ['parameters', '- 1'],
    ['files', 'image_url: ../secret.png'],
    ['output-dir', '/etc'],
    ['filename', '{name}'],
    ['artifact-name', 'a/b'],
    ['artifact-retention-days', '401'],
    ['concurrency', '257'],
    ['poll-interval', 'often'],
    ['timeout', '0'],
    ['fail-on', 'some'],
    ['max-images', 'many'],
    ['max-cost', '-1'],
    ['max-download-size', '5 parsecs'],
    ['allowed-download-hosts', 'https://cdn.example.com'],
    ['summary', '1'],
  ]) {
    expect(message).toContain(`- ${input}: got "${value}", `);
  }
});

test.each([
  ['nothing to generate from', { prompt: '' }, /prompt: must be given/],
  ['prompt and prompt-file', { 'prompt-file': 'x.txt' }, /prompt-file.*together/],
  ['more than max-images', { count: '51' }, /count: got "51".*max-images/],
  ['seeds beyond 2^53', { seed: '9007199254740991', count: '2' }, /seed.*room for 2 seeds/],
  ['a rounded integer', { parameters: 'seed: 9007199254740993' }, /parameters.*below 2\^53/],
  [
    'more un-zipped artifacts than there is room for',
    { count: '101', 'max-images': '200', 'artifact-archive': 'false' },
    /count.*100/,
  ],
  ['a parameter that is set twice', { parameters: 'image: a', files: 'image: x.png' }, /files/],
  ['plain http to a host that is not this machine', { 'api-url': 'http://10.0.0.1' }, /api-url.*https/],
])('%s is refused', async (_name, inputs, message) => {
  const run = await play({ inputs });
  expect(run.exitCode).toBe(1);
  expect(run.simulator.calls).toEqual([]);
  expect(run.errors).toEqual([expect.stringMatching(message)]);
});

test.each(['RUNCOMFY_TOKEN', 'RUNCOMFY_API_TOKEN'])('the token may come from %s', async (name) => {
  const run = await play({ inputs: { 'api-token': '' }, env: { [name]: 'rc-simulator-token' } });
  expect(run.exitCode).toBe(0);
  expect(run.masks).toContain('rc-simulator-token');
});

test('a missing token is reported together with everything else', async () => {
  const run = await play({ inputs: { 'api-token': '', seed: 'seven' } });
  expect(run.errors).toEqual([
    expect.stringMatching(/^2 inputs are invalid:\n- api-token: is required[\s\S]*\n- seed: /),
  ]);
  expect(run.simulator.calls).toEqual([]);
});

test('no token at all is an error that says where to get one', async () => {
  const run = await play({ inputs: { 'api-token': '' } });
  expect(run.exitCode).toBe(1);
  expect(run.errors).toEqual([expect.stringMatching(/no RunComfy API token.*secrets\.RUNCOMFY_TOKEN/)]);
});

const fork = {
  head: { repo: { full_name: 'stranger/garden' } },
  base: { repo: { full_name: 'octo-org/garden' } },
  user: { login: 'stranger' },
};
const own = { ...fork, head: { repo: { full_name: 'octo-org/garden' } } };
test.each([
  ['a fork', fork, 0, /fork.*no secrets/],
  ['a fork that was deleted since', { ...fork, head: { repo: null } }, 0, /fork.*no secrets/],
  ['Dependabot', { ...own, user: { login: 'dependabot[bot]' } }, 0, /Dependabot.*no secrets/],
])('a pull request from %s without a token warns once and stays green', async (_name, pull, exitCode, message) => {
  const run = await play({
    inputs: { 'api-token': '' },
    event: { name: 'pull_request', payload: { pull_request: pull } },
  });
  expect(run.exitCode).toBe(exitCode);
  expect(run.annotations).toEqual([
    expect.objectContaining({ level: 'warning', message: expect.stringMatching(message) }),
  ]);
  expect(run.outputs).toMatchObject({ images: '[]', count: '0', 'failed-count': '0', changed: 'false' });
  expect(run.simulator.calls).toEqual([]);
});

const dependabot = { sender: { login: 'dependabot[bot]' } };
const scheduled = (fork: boolean) => ({ schedule: '0 3 * * *', repository: { full_name: 'stranger/garden', fork } });
test.each<[string, string, object, Readonly<Record<string, string>>, RegExp]>([
  ['a push by Dependabot', 'push', dependabot, { GITHUB_ACTOR: 'dependabot[bot]' }, /Dependabot.*no secrets but/],
  ['one that tells of it only as sender', 'push', dependabot, {}, /Dependabot/],
  [
    'a re-run of it by a person',
    'push',
    {},
    { GITHUB_ACTOR: 'dependabot[bot]', GITHUB_TRIGGERING_ACTOR: 'octocat' },
    /Dependabot/,
  ],
  [
    'a schedule on a fork',
    'schedule',
    scheduled(true),
    {},
    /scheduled run in a fork.*no secrets.*Disable the workflow/,
  ],
])('%s without a token warns once and stays green', async (_name, name, payload, env, message) => {
  const run = await play({ inputs: { 'api-token': '' }, event: { name, payload }, env });
  expect(run.exitCode).toBe(0);
  expect(run.annotations).toEqual([
    expect.objectContaining({ level: 'warning', message: expect.stringMatching(message) }),
  ]);
  expect(run.outputs).toMatchObject({ images: '[]', count: '0', changed: 'false' });
  expect(run.simulator.calls).toEqual([]);
});

test.each<[string, string, object]>([
  ['the schedule of a repository that is no fork', 'schedule', scheduled(false)],
  ['a push to a fork, whose owner may have stored a token', 'push', scheduled(true)],
  ['pull_request_target, which has secrets for forks too', 'pull_request_target', { pull_request: fork }],
])('%s without a token fails', async (_name, name, payload) => {
  const run = await play({ inputs: { 'api-token': '' }, event: { name, payload } });
  expect(run.exitCode).toBe(1);
  expect(run.errors).toEqual([expect.stringContaining('no RunComfy API token')]);
});

test.each([
  ['in double quotes', '"rc-s3cr3t-0123"'],
  ['in single quotes', "'rc-s3cr3t-0123'"],
  ['with one quote', 'rc-s3cr3t-0123"'],
  ['as NAME=value', 'RUNCOMFY_TOKEN=rc-s3cr3t-0123'],
  ['as NAME="value"', 'RUNCOMFY_TOKEN="rc-s3cr3t-0123"'],
  ['as a line of a shell', "export RUNCOMFY_TOKEN='rc-s3cr3t-0123';"],
  ['as YAML', 'api-token: rc-s3cr3t-0123'],
  ['as a header', 'Authorization: Bearer rc-s3cr3t-0123'],
])('a token pasted %s is refused, and neither form of it is ever shown', async (_name, token) => {
  const run = await play({ inputs: { 'api-token': token, seed: 'rc-s3cr3t-0123' } });
  expect(run.exitCode).toBe(1);
  expect(run.errors).toEqual([
    expect.stringMatching(
      /api-token: must be the token alone, without quotes, `NAME=` or `Bearer`[\s\S]*seed: got "\*\*\*"/,
    ),
  ]);
  expect(run.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('s3cr3t');
  expect(run.masks).toEqual(expect.arrayContaining([token, 'rc-s3cr3t-0123']));
  expect(run.simulator.calls).toEqual([]);
});

test('a pull request of the repository itself without a token fails', async () => {
  const run = await play({
    inputs: { 'api-token': '' },
    event: { name: 'pull_request', payload: { pull_request: own } },
  });
  expect(run.exitCode).toBe(1);
});
