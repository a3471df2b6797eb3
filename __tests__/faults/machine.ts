// What can go wrong on the machine that runs the job: proxies, disks, folders, the runner's own files.
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Simulator } from '../../simulator/server.ts';
import { mountDisk, whyNoDisks } from '../helpers/disk.ts';
import { ALWAYS, answer, type Fault, struck, tempFolder } from '../helpers/faults.ts';
import { PIXEL } from '../helpers/pixel.ts';
import { startProxy } from '../helpers/proxy.ts';
import { startTlsFront, whyNoTls } from '../helpers/tls.ts';

const fine = { kept: 1, exitCode: 0, submits: 1, said: /image: done/ } as const;
const unsaved = { kept: 0, exitCode: 1, submits: 1, failures: ['save-failed'] } as const;
const unsent = { kept: 0, exitCode: 1, submits: 0 } as const;
const skip = whyNoDisks();
const noTls = whyNoTls();

/** The result is a picture that a small disk cannot hold. */
function answersLarge(simulator: Simulator): void {
  simulator.output((_request, hosted) => hosted({ body: Buffer.concat([PIXEL, Buffer.alloc(200_000), PIXEL]) }));
}

export const machineFaults: readonly Fault[] = [
  {
    ...fine,
    name: 'proxy in between (HTTP_PROXY)',
    scene: async (cleanUp) => {
      const { url, seen } = await startProxy(cleanUp);
      return {
        env: { HTTP_PROXY: url },
        during: async ({ done }, { calls }) => {
          await done;
          for (const call of calls) {
            if (!call.name.startsWith('artifact-'))
              expect(seen.some((line) => line.startsWith(call.method) && line.endsWith(call.path))).toBe(true);
          }
        },
      };
    },
  },
  {
    ...fine,
    name: 'proxy in between (HTTPS_PROXY without a scheme)',
    skip: noTls,
    scene: async (cleanUp) => {
      const { url, seen } = await startProxy(cleanUp);
      const front = await startTlsFront(cleanUp);
      return {
        env: { HTTPS_PROXY: new URL(url).host, NODE_EXTRA_CA_CERTS: front.certificate },
        inputs: { 'api-url': front.url },
        before: (simulator) => {
          front.leadTo(simulator.url);
          const file = new URL(simulator.host('pixel.png', { body: PIXEL }));
          simulator.output(() => `${front.url}${file.pathname}`);
        },
        during: async ({ done }) => {
          await done;
          expect(seen).toContain(`CONNECT ${new URL(front.url).host}`);
        },
      };
    },
  },
  {
    ...unsent,
    name: 'untrusted certificate',
    skip: noTls,
    scene: async (cleanUp) => {
      const front = await startTlsFront(cleanUp);
      return {
        inputs: { 'api-url': front.url, timeout: '1s' },
        before: ({ url }) => front.leadTo(url),
      };
    },
    failures: ['unavailable'],
    said: /no connection \(.*self.signed certificate.*\)\. Check the network.*Nothing was submitted/,
  },
  {
    ...fine,
    name: 'proxy that the service is exempt from (NO_PROXY)',
    scene: { env: { HTTP_PROXY: 'http://127.0.0.1:1', HTTPS_PROXY: 'http://127.0.0.1:1', NO_PROXY: '127.0.0.1' } },
  },
  {
    ...unsent,
    name: 'proxy with an invalid address',
    scene: { env: { HTTPS_PROXY: 'http://user:s3cret@proxy.corp:port' } },
    said: /HTTPS_PROXY is "http:\/\/proxy\.corp:port", which is not a proxy URL\..*Nothing was sent/,
    also: ({ log }) => expect(log).not.toContain('s3cret'),
  },
  {
    ...unsent,
    name: 'proxy down',
    scene: { env: { HTTP_PROXY: 'http://127.0.0.1:1' }, inputs: { timeout: '1s' } },
    failures: ['unavailable'],
    said: /no connection \(.*ECONNREFUSED.*\)\. Check the network, the proxy settings.*Nothing was submitted/,
  },
  {
    ...unsent,
    name: 'proxy that refuses the tunnel (407)',
    scene: async (cleanUp) => {
      const proxy = await startProxy(cleanUp, 407);
      return {
        env: { HTTPS_PROXY: proxy.url },
        inputs: { 'api-url': 'https://no-such-host.invalid', timeout: '1s' },
        during: async (action) => {
          await action.done;
          expect(proxy.seen).toContain('CONNECT no-such-host.invalid:443');
        },
      };
    },
    failures: ['unavailable'],
    said: /no connection \(.*407.*\)\. Check the network, the proxy settings.*Nothing was submitted/,
  },
  {
    ...unsaved,
    name: 'disk full while downloading',
    skip,
    scene: async (cleanUp) => {
      const temp = await tempFolder(cleanUp);
      mountDisk(cleanUp, temp, 'rw');
      return { env: { RUNNER_TEMP: temp }, before: answersLarge };
    },
    said: /ENOSPC.*The disk is full: free up space, or generate fewer files in one job/,
  },
  {
    ...unsaved,
    name: 'disk of the workspace full',
    skip,
    scene: async (cleanUp) => {
      const workspace = await tempFolder(cleanUp);
      mountDisk(cleanUp, path.join(workspace, 'disk'), 'rw');
      return { workspace, inputs: { 'output-dir': 'disk/images' }, before: answersLarge };
    },
    said: /ENOSPC.*The disk is full: free up space, or generate fewer files in one job/,
  },
  {
    ...unsaved,
    name: 'read-only workspace',
    skip,
    scene: async (cleanUp) => {
      const workspace = await tempFolder(cleanUp);
      mountDisk(cleanUp, path.join(workspace, 'disk'), 'ro');
      return { workspace, inputs: { 'output-dir': 'disk/images' } };
    },
    said: /Saving the file: .*Check that the job can write there/,
  },
  {
    ...unsent,
    name: "file where output-dir's folder should be",
    scene: async (cleanUp) => {
      const workspace = await tempFolder(cleanUp);
      await writeFile(path.join(workspace, 'images'), '');
      return { workspace, inputs: { 'output-dir': 'images' } };
    },
    said: /output-dir: got "images", must be a folder/,
  },
  {
    ...unsaved,
    name: "file that replaces output-dir's folder during the run",
    scene: async (cleanUp) => {
      const workspace = await tempFolder(cleanUp);
      return {
        workspace,
        before: (simulator) => simulator.fault('status', { kind: 'delay', ms: 300 }),
        during: async (action) => {
          await action.line(/submitted/);
          await writeFile(path.join(workspace, 'runcomfy-images'), '');
        },
      };
    },
    said: /EEXIST|ENOTDIR/,
  },
  {
    ...unsaved,
    name: 'folder where the file should be',
    scene: async (cleanUp) => {
      const workspace = await tempFolder(cleanUp);
      await mkdir(path.join(workspace, 'runcomfy-images/image-1.jpg/x'), { recursive: true });
      return { workspace };
    },
    said: /EISDIR|EPERM|ENOTEMPTY/,
  },
  {
    ...unsent,
    name: 'RUNNER_TEMP missing',
    scene: { env: { RUNNER_TEMP: path.join(tmpdir(), 'no', 'such', 'folder') } },
    said: /RUNNER_TEMP names a folder that cannot be used: .*Nothing was sent/,
  },
  {
    ...unsent,
    name: 'GITHUB_WORKSPACE missing',
    scene: { env: { GITHUB_WORKSPACE: path.join(tmpdir(), 'no', 'such', 'folder') } },
    said: /GITHUB_WORKSPACE names a folder that cannot be used: .*Nothing was sent/,
  },
  {
    ...fine,
    name: 'summary file missing',
    scene: { env: { GITHUB_STEP_SUMMARY: path.join(tmpdir(), 'no', 'such', 'summary') } },
    said: /Warning: The job summary was not written/,
  },
  {
    ...fine,
    name: 'output file missing',
    scene: { env: { GITHUB_OUTPUT: path.join(tmpdir(), 'no', 'such', 'outputs') } },
    outputs: false,
    said: /Warning: The outputs of this step were not set/,
  },
  {
    ...fine,
    name: 'disk full when outputs are written',
    skip: process.platform === 'linux' ? null : 'only Linux has /dev/full',
    scene: { env: { GITHUB_OUTPUT: '/dev/full' } },
    outputs: false,
    said: /Warning: The outputs of this step were not set/,
  },
  {
    ...fine,
    name: 'state file missing',
    scene: { env: { GITHUB_STATE: path.join(tmpdir(), 'no', 'such', 'state') } },
  },
  {
    ...fine,
    name: 'cache down when a re-run looks for paid requests',
    scene: {
      env: { GITHUB_RUN_ATTEMPT: '2' },
      ...struck('cache-lookup', answer(403, { msg: 'no' }), ALWAYS),
    },
  },
];
