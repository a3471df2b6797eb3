// Paths and URLs that lead out of the workspace or the allowed hosts, through the bundle, with real links and real redirects.
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { play } from '../helpers/action.ts';
import { tempFolder } from '../helpers/faults.ts';
import { PIXEL } from '../helpers/pixel.ts';

const small = { 'image-size': '16x16' };

/** A workspace, and a folder outside that nothing may be written to or read from. */
async function places(cleanUp: AsyncDisposableStack): Promise<{ workspace: string; outside: string; secret: string }> {
  const [workspace, outside] = [await tempFolder(cleanUp), await tempFolder(cleanUp)];
  const secret = path.join(outside, 'secret.png');
  await writeFile(secret, PIXEL);
  await mkdir(path.join(workspace, '.git'));
  return { workspace, outside, secret };
}

test('inputs that lead out of the workspace are refused, all of them, before anything is sent', async () => {
  await using cleanUp = new AsyncDisposableStack();
  const { workspace, outside, secret } = await places(cleanUp);
  await symlink(outside, path.join(workspace, 'out'));
  await symlink(secret, path.join(workspace, 'link.png'));
  await symlink(path.join(workspace, '.git'), path.join(workspace, 'innocent'));
  for (const [outputDir, promptFile, file] of [
    ['out/images', 'link.png', 'link.png'],
    ['../images', '../secret.png', 'out/secret.png'],
    [outside, secret, secret],
    ['.git/hooks', '.git/config', 'a/../../secret.png'],
    ['innocent/hooks', 'innocent/config', '.GIT/config'],
    ['images/..', 'C:\\secret', '\\\\host\\share\\a.png'],
  ] as const) {
    await using run = await play({
      workspace,
      inputs: {
        ...small,
        prompt: '',
        'output-dir': outputDir,
        'prompt-file': promptFile,
        files: JSON.stringify({ image_url: file }),
      },
    });
    expect(run.exitCode).toBe(1);
    expect(run.simulator.calls).toEqual([]);
    expect(run.errors).toEqual([
      expect.stringMatching(/^3 inputs are invalid:[\s\S]*prompt-file[\s\S]*files[\s\S]*output-dir/),
    ]);
  }
  expect(await readdir(outside)).toEqual(['secret.png']);
});

test.each(['../x', '/x', 'a/../../x', '.git/x', 'C:x', 'a\\..\\x', 'x\u0001', '{nonsense}', 'con', 'a/ x', 'x.'])(
  'the file name %j is refused',
  async (filename) => {
    await using run = await play({ inputs: { ...small, filename } });
    expect(run.exitCode).toBe(1);
    expect(run.simulator.calls).toEqual([]);
    expect(run.errors).toEqual([expect.stringMatching(/^Input filename: got /)]);
  },
);

test('a link at the path of the file is not followed out of the workspace', async () => {
  await using cleanUp = new AsyncDisposableStack();
  const { workspace, outside, secret } = await places(cleanUp);
  await mkdir(path.join(workspace, 'runcomfy-images'));
  await symlink(secret, path.join(workspace, 'runcomfy-images/image-1.jpg'));
  await using run = await play({ workspace, inputs: small });
  expect(await readdir(outside)).toEqual(['secret.png']);
  expect((await readFile(secret)).equals(PIXEL)).toBe(true);
  expect(run.errors).toEqual([
    expect.stringMatching(/must stay below the workspace, but a symbolic link leads out of it/),
  ]);
});

test.each(['folder', 'file', 'dangling'])(
  'a link that appears while RunComfy works is not followed out of the workspace (%s)',
  async (kind) => {
    await using cleanUp = new AsyncDisposableStack();
    const { workspace, outside, secret } = await places(cleanUp);
    await using run = await play({
      workspace,
      service: { runMs: 400 },
      inputs: small,
      during: async (action) => {
        await action.line(/submitted/);
        if (kind === 'folder') await symlink(outside, path.join(workspace, 'runcomfy-images'));
        if (kind === 'dangling') await symlink(path.join(outside, 'not-yet'), path.join(workspace, 'runcomfy-images'));
        if (kind === 'file') {
          await mkdir(path.join(workspace, 'runcomfy-images'));
          await symlink(secret, path.join(workspace, 'runcomfy-images/image-1.jpg'));
        }
      },
    });
    expect(run.exitCode).toBe(1);
    expect(run.outputs.count).toBe('0');
    expect(await readdir(outside)).toEqual(['secret.png']);
    expect((await readFile(secret)).equals(PIXEL)).toBe(true);
  },
);

test('results on other hosts are not fetched, whatever their addresses look like', async () => {
  const addresses = [
    'https://evil.example.com/a.png',
    'https://runcomfy.net.evil.example.com/a.png',
    'https://evilruncomfy.net/a.png',
    'https://evil.example.com#.runcomfy.net/a.png',
    'https://evil.example.com\\.runcomfy.net/a.png',
    'https://127.0.0.1\\@cdn.runcomfy.net/a.png',
    'https://cdn.runcomfy.net@evil.example.com/a.png',
    'https://fox:hen@cdn.runcomfy.net/a.png',
    'https://cdn.runcomfy.net:8443/a.png',
    'https://cdn.runcomfy.net./a.png',
    'http://cdn.runcomfy.net/a.png',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1/a.png',
    'http://127.1:22/a.png',
    'http://0x7f000001/a.png',
    'http://[::ffff:127.0.0.1]/a.png',
    'http://0.0.0.0/a.png',
    'http://localhost:22/a.png',
    'https:\\\\evil.example.com\\a.png',
    'https://ｅvil.example.com/a.png',
    ' https://evil.example.com/a.png ',
    'HTTPS://EVIL.EXAMPLE.COM/a.png',
    'https://',
    'https://[/a.png',
  ];
  await using run = await play({ before: (simulator) => simulator.output(() => addresses) });
  expect(run.exitCode).toBe(1);
  expect(run.simulator.calls.filter(({ name }) => name === 'file')).toEqual([]);
  expect(run.outputs).toMatchObject({ count: '0', 'failed-count': '1' });
  expect(run.errors).toEqual([
    expect.stringMatching(
      /^22 of 22 files of this request failed:\n- file 1: The result is on https:\/\/evil\.example\.com, a host that is not allowed\./,
    ),
  ]);
  // All files are paid for, so all URLs are reported.
  expect(run.log.match(/The result is (on|at) .*The file is paid for/g)?.length).toBeGreaterThanOrEqual(22);
});

test('redirects are held to the same rule at every hop, and carry no token', async () => {
  const locations = [
    'https://evil.example.com/a.png',
    '//evil.example.com/a.png',
    'http://localhost:1/a.png',
    'https://fox@127.0.0.1/a.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    'ftp://127.0.0.1/a.png',
    '',
  ];
  await using run = await play({
    before: (simulator) => {
      simulator.output(() =>
        locations.map((location, n) => {
          const last = simulator.host(`last/${n}`, { body: Buffer.alloc(0), status: 302, headers: { location } });
          return simulator.host(`first/${n}`, { body: Buffer.alloc(0), status: 307, headers: { location: last } });
        }),
      );
    },
  });
  expect(run.outputs).toMatchObject({ count: '0', 'failed-count': '1' });
  const fetched = run.simulator.calls.filter(({ name }) => name === 'file').map((call) => call.path);
  expect(new Set(fetched).size).toBeGreaterThanOrEqual(2 * locations.length - 1);
  expect(run.errors).toHaveLength(1);
});
