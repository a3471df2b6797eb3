// The real @actions/artifact works against the simulated artifact service, and meets the faults that are set on it.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { runtimeToken } from '../../simulator/github/twirp.ts';
import { type Simulator, startSimulator } from '../../simulator/server.ts';
import type { CallName } from '../../simulator/wire.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artifacts-'));
  jest.spyOn(process.stdout, 'write').mockReturnValue(true); // the package talks a lot
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

function clientOf({ url }: Simulator): DefaultArtifactClient {
  process.env.ACTIONS_RESULTS_URL = url;
  process.env.ACTIONS_RUNTIME_TOKEN = runtimeToken();
  return new DefaultArtifactClient();
}

async function fileNamed(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `the bytes of ${name}`);
  return path;
}

test('uploads, lists, downloads and deletes', async () => {
  await using simulator = await startSimulator();
  const client = clientOf(simulator);
  const [image, text] = [await fileNamed('a.png'), await fileNamed('b.txt')];

  const zip = await client.uploadArtifact('shots', [image, text], folder, { retentionDays: 5 });
  const raw = await client.uploadArtifact('ignored', [image], folder, { skipArchive: true });
  expect(simulator.artifacts).toMatchObject([
    { id: zip.id, name: 'shots', mimeType: 'application/zip', sha256: zip.digest, finalized: true },
    { id: raw.id, name: 'a.png', mimeType: 'image/png', bytes: Buffer.from('the bytes of a.png'), expiresAt: null },
  ]);
  expect(simulator.artifacts[0]?.expiresAt).toMatch(/Z$/);
  await expect(client.uploadArtifact('shots', [text], folder)).rejects.toThrow(
    /\(409\) Conflict: an artifact with this/,
  );

  await client.deleteArtifact('shots');
  await client.uploadArtifact('shots', [text], folder);
  expect((await client.listArtifacts()).artifacts.map(({ name }) => name)).toEqual(['a.png', 'shots']);
  const { digestMismatch } = await client.downloadArtifact(raw.id ?? 0, {
    path: join(folder, 'down'),
    expectedHash: `sha256:${raw.digest}`,
  });
  expect(digestMismatch).toBe(false);
});

test('joins blocks in the order of the list', async () => {
  await using simulator = await startSimulator();
  const large = join(folder, 'large.bin');
  await writeFile(large, Buffer.alloc(20 * 2 ** 20, 'some bytes'));
  const { digest, size } = await clientOf(simulator).uploadArtifact('x', [large], folder, { skipArchive: true });
  expect(simulator.calls.filter(({ name }) => name === 'artifact-block')).toHaveLength(3);
  expect(simulator.artifacts).toMatchObject([{ sha256: digest, bytes: { length: size } }]);
});

test.each<[name: CallName, type: string, body: string, message: RegExp]>([
  ['artifact-create', 'application/json', '{}', /Failed to CreateArtifact: .*\(403\)/],
  ['artifact-block', 'application/xml', '<Error><Code>X</Code><Message>denied</Message></Error>', /denied/],
  ['artifact-commit', 'application/xml', '<Error><Code>X</Code><Message>denied</Message></Error>', /denied/],
  ['artifact-finalize', 'application/json', '{}', /Failed to FinalizeArtifact: .*\(403\)/],
])('a fault strikes %s', async (name, type, body, message) => {
  await using simulator = await startSimulator();
  simulator.fault(name, { kind: 'reply', status: 403, headers: { 'content-type': type }, body });
  const upload = clientOf(simulator).uploadArtifact('x', [await fileNamed('a.txt')], folder);
  await expect(upload).rejects.toThrow(message);
});

test('a wrong runtime token is refused, and unexpected', async () => {
  await using simulator = await startSimulator();
  simulator.expectUnexpected();
  const client = clientOf(simulator);
  process.env.ACTIONS_RUNTIME_TOKEN = runtimeToken().replace('unsigned', 'forged');
  await expect(client.listArtifacts()).rejects.toThrow(/\(401\)/);
  expect(simulator.unexpected).toEqual(['artifact-list: wrong or missing runtime token']);
});
