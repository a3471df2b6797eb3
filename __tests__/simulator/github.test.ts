// The simulated GitHub answers in the shapes of GitHub's own OpenAPI description, and refuses what GitHub refuses.
import { createRequire } from 'node:module';
import { getOctokit } from '@actions/github';
import { expect, test } from '@jest/globals';
import type { SimulatedGitHub } from '../../simulator/github/github.ts';
import { GITHUB_TOKEN } from '../../simulator/runner/action-file.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import { jsonObject } from '../../src/lib/json.ts';

const require = createRequire(import.meta.url);
const description: unknown = require('@octokit/openapi/generated/api.github.com.json');
const repo = { owner: 'octo-org', repo: 'garden' };
const client = ({ url }: Simulator) => getOctokit(GITHUB_TOKEN, { baseUrl: url });

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => jsonObject(inner)?.[key], value);
}

/** What is wrong with a value, by the parts of JSON Schema that matter here. */
function faults(value: unknown, schema: unknown, where: string): readonly string[] {
  const ref = at(schema, '$ref');
  if (typeof ref === 'string') return faults(value, at(description, ...ref.split('/').slice(1)), where);
  const rules = jsonObject(schema) ?? {};
  if (value === null && rules.nullable === true) return [];
  for (const [name, enough] of [
    ['anyOf', 1],
    ['oneOf', 1],
  ] as const) {
    const choices = rules[name];
    if (!Array.isArray(choices)) continue;
    const found = choices.map((choice) => faults(value, choice, where));
    if (found.filter((wrong) => wrong.length === 0).length < enough) return found[0] ?? [];
  }
  const parts = Array.isArray(rules.allOf) ? rules.allOf.flatMap((part) => faults(value, part, where)) : [];
  if (Array.isArray(rules.enum) && !rules.enum.includes(value)) return [...parts, `${where}: ${String(value)}`];
  if (rules.type === 'array') {
    if (!Array.isArray(value)) return [`${where}: no array`];
    return value.flatMap((item, n) => faults(item, rules.items, `${where}[${n}]`));
  }
  if (rules.type === 'object') {
    const members = jsonObject(value);
    if (members === null) return [`${where}: no object`];
    const required = Array.isArray(rules.required) ? rules.required.map(String) : [];
    const missing = required.filter((name) => members[name] === undefined).map((name) => `${where}.${name} is missing`);
    const known = jsonObject(rules.properties) ?? {};
    const wrong = Object.entries(members).flatMap(([name, member]) =>
      known[name] === undefined ? [] : faults(member, known[name], `${where}.${name}`),
    );
    return [...parts, ...missing, ...wrong];
  }
  const types: Readonly<Record<string, string>> = { integer: 'number' };
  const expected = types[String(rules.type)] ?? rules.type;
  if (typeof expected === 'string' && typeof value !== expected) return [...parts, `${where}: no ${expected}`];
  return parts;
}

test('every answer has the shape of the OpenAPI description', async () => {
  await using simulator = await startSimulator();
  const { rest } = client(simulator);
  const sha = { ...repo };
  const comment = await rest.issues.createComment({ ...repo, issue_number: 7, body: 'hello' });
  const blob = await rest.git.createBlob({ ...sha, content: 'aGk=', encoding: 'base64' });
  const entry = { path: 'a/b.txt', mode: '100644', type: 'blob', sha: blob.data.sha } as const;
  const tree = await rest.git.createTree({ ...repo, tree: [entry] });
  const commit = await rest.git.createCommit({ ...repo, message: 'm', tree: tree.data.sha, parents: [] });
  const ref = 'runcomfy/pr-7/default';
  const created = await rest.git.createRef({ ...repo, ref: `refs/${ref}`, sha: commit.data.sha });
  const number = '/repos/{owner}/{repo}/issues/{issue_number}/comments';
  const answers = [
    [number, 'post', comment],
    [number, 'get', await rest.issues.listComments({ ...repo, issue_number: 7 })],
    [
      '/repos/{owner}/{repo}/issues/comments/{comment_id}',
      'patch',
      await rest.issues.updateComment({ ...repo, comment_id: comment.data.id, body: 'bye' }),
    ],
    ['/repos/{owner}/{repo}/pulls/{pull_number}', 'get', await rest.pulls.get({ ...repo, pull_number: 7 })],
    ['/repos/{owner}/{repo}', 'get', await rest.repos.get(repo)],
    ['/repos/{owner}/{repo}/pulls', 'get', await rest.pulls.list({ ...repo, head: 'octo-org:feature' })],
    ['/repos/{owner}/{repo}/git/blobs', 'post', blob],
    ['/repos/{owner}/{repo}/git/trees', 'post', tree],
    [
      '/repos/{owner}/{repo}/git/trees/{tree_sha}',
      'get',
      await rest.git.getTree({ ...repo, tree_sha: tree.data.sha, recursive: 'true' }),
    ],
    ['/repos/{owner}/{repo}/git/commits', 'post', commit],
    [
      '/repos/{owner}/{repo}/git/commits/{commit_sha}',
      'get',
      await rest.git.getCommit({ ...repo, commit_sha: commit.data.sha }),
    ],
    ['/repos/{owner}/{repo}/git/refs', 'post', created],
    ['/repos/{owner}/{repo}/git/ref/{ref}', 'get', await rest.git.getRef({ ...repo, ref })],
    [
      '/repos/{owner}/{repo}/git/refs/{ref}',
      'patch',
      await rest.git.updateRef({ ...repo, ref, sha: commit.data.sha, force: true }),
    ],
    [
      '/repos/{owner}/{repo}/git/matching-refs/{ref}',
      'get',
      await rest.git.listMatchingRefs({ ...repo, ref: 'runcomfy/pr-7' }),
    ],
  ] as const;
  for (const [path, method, { status, data }] of answers) {
    const schema = at(
      description,
      'paths',
      path,
      method,
      'responses',
      String(status),
      'content',
      'application/json',
      'schema',
    );
    expect([path, schema === undefined]).toEqual([path, false]);
    expect(faults(data, schema, `${method} ${path}`)).toEqual([]);
  }
  expect((await rest.git.deleteRef({ ...repo, ref })).status).toBe(204);
  expect((await rest.issues.deleteComment({ ...repo, comment_id: comment.data.id })).status).toBe(204);
});

test("a blob has git's SHA", async () => {
  await using simulator = await startSimulator();
  const { data } = await client(simulator).rest.git.createBlob({ ...repo, content: 'hello\n' });
  expect(data.sha).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
});

test('lists come in pages, with a link to the next', async () => {
  await using simulator = await startSimulator();
  for (let n = 0; n < 250; n++) simulator.github.say(7, String(n), 'octocat');
  const { rest, paginate } = client(simulator);
  const all = await paginate(rest.issues.listComments, { ...repo, issue_number: 7, per_page: 100 });
  expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 250 }, (_, n) => String(n)));
  expect(simulator.calls).toHaveLength(3);
});

const MISSING = 'f'.repeat(40);
type Rest = ReturnType<typeof client>['rest'];

test.each<[string, number, string, (rest: Rest) => Promise<unknown>]>([
  [
    'a comment that is too long',
    422,
    'maximum is 65536 characters',
    (rest) => rest.issues.createComment({ ...repo, issue_number: 7, body: 'x'.repeat(65_537) }),
  ],
  [
    'a comment on nothing',
    404,
    'Not Found',
    (rest) => rest.issues.createComment({ ...repo, issue_number: 9, body: 'x' }),
  ],
  ['a ref that is not there', 404, 'Not Found', (rest) => rest.git.getRef({ ...repo, ref: 'runcomfy/x/y' })],
  [
    'an update of it',
    422,
    'Reference does not exist',
    (rest) => rest.git.updateRef({ ...repo, ref: 'runcomfy/x/y', sha: MISSING, force: true }),
  ],
  ['its deletion', 422, 'Reference does not exist', (rest) => rest.git.deleteRef({ ...repo, ref: 'runcomfy/x/y' })],
  [
    'a ref to nothing',
    422,
    'Object does not exist',
    (rest) => rest.git.createRef({ ...repo, ref: 'refs/runcomfy/x/y', sha: MISSING }),
  ],
  [
    'a tree of nothing',
    422,
    'not a valid blob',
    (rest) => rest.git.createTree({ ...repo, tree: [{ path: 'a', mode: '100644', type: 'blob', sha: MISSING }] }),
  ],
])('%s is refused', async (_, status, message, call) => {
  await using simulator = await startSimulator();
  await expect(call(client(simulator).rest)).rejects.toMatchObject({
    status,
    message: expect.stringContaining(message),
  });
});

test('tokens can do what their permissions allow', async () => {
  await using simulator = await startSimulator();
  const { rest } = client(simulator);
  const forbidden = { status: 403, message: expect.stringContaining('Resource not accessible by integration') };
  const write = () => rest.issues.createComment({ ...repo, issue_number: 7, body: 'x' });
  const store = () => rest.git.createBlob({ ...repo, content: 'x' });
  simulator.github.allow({ contents: 'read', 'pull-requests': 'read' });
  await expect(rest.issues.listComments({ ...repo, issue_number: 7 })).resolves.toMatchObject({ status: 200 });
  await expect(write()).rejects.toMatchObject(forbidden);
  simulator.github.allow({ issues: 'write' });
  await expect(write()).resolves.toMatchObject({ status: 201 });
  await expect(store()).rejects.toMatchObject(forbidden);
  const stranger = getOctokit('ghs_other', { baseUrl: simulator.url }).rest;
  await expect(stranger.git.createBlob({ ...repo, content: 'x' })).rejects.toMatchObject({ status: 401 });
});

test.each<[string, number, string, (github: SimulatedGitHub) => void, (rest: Rest) => Promise<unknown>]>([
  [
    'a comment in a locked conversation',
    403,
    'Unable to create comment because issue is locked.',
    (github) => {
      const head = { repository: 'octo-org/garden', ref: 'feature', sha: MISSING };
      github.pull({ number: 7, state: 'open', locked: true, head });
    },
    (rest) => rest.issues.createComment({ ...repo, issue_number: 7, body: 'x' }),
  ],
  [
    'a ref that a ruleset covers',
    422,
    'Repository rule violations found',
    (github) => github.protect('refs/runcomfy/'),
    async (rest) => {
      const blob = await rest.git.createBlob({ ...repo, content: 'x' });
      const entry = { path: 'a', mode: '100644', type: 'blob', sha: blob.data.sha } as const;
      const tree = await rest.git.createTree({ ...repo, tree: [entry] });
      const commit = await rest.git.createCommit({ ...repo, message: 'm', tree: tree.data.sha, parents: [] });
      return rest.git.createRef({ ...repo, ref: 'refs/runcomfy/x/y', sha: commit.data.sha });
    },
  ],
  [
    'a repository that the token does not see',
    404,
    'Not Found',
    (github) => github.hide(),
    (rest) => rest.repos.get(repo),
  ],
  [
    'the user of a token that is an app’s',
    403,
    'Resource not accessible by integration',
    () => {},
    (rest) => rest.users.getAuthenticated(),
  ],
])('%s is refused, as GitHub words it', async (_, status, message, before, call) => {
  await using simulator = await startSimulator();
  before(simulator.github);
  await expect(call(client(simulator).rest)).rejects.toMatchObject({
    status,
    message: expect.stringContaining(message),
  });
});

test.each(['public', 'private', 'internal'] as const)('a %s repository says so', async (visibility) => {
  await using simulator = await startSimulator();
  simulator.github.visibility(visibility);
  const { data } = await client(simulator).rest.repos.get(repo);
  expect(data).toMatchObject({ visibility, private: visibility !== 'public' });
});

test('a token of a person comments under its name', async () => {
  await using simulator = await startSimulator();
  simulator.github.actAs('octocat', 'user');
  const { rest, graphql } = client(simulator);
  expect((await rest.users.getAuthenticated()).data.login).toBe('octocat');
  expect(await graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'octocat' } });
  const { data } = await rest.issues.createComment({ ...repo, issue_number: 7, body: 'x' });
  expect(data.user?.login).toBe('octocat');
});
