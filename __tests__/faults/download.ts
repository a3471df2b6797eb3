// What can go wrong while a file is downloaded from the CDN. It is paid for, so everything is retried.
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect } from '@jest/globals';
import type { HostedFile } from '../../simulator/files.ts';
import type { Scene } from '../helpers/action.ts';
import { ALWAYS, answer, callsOf, type Fault, struck } from '../helpers/faults.ts';
import { PIXEL } from '../helpers/pixel.ts';

const fine = { kept: 1, exitCode: 0, submits: 1, said: /image: saved runcomfy-images\/image-1\.(png|jpg) / } as const;
const failed = { kept: 0, exitCode: 1, submits: 1, failures: ['download-failed'] } as const;
const notMedia = { ...failed, failures: ['not-media'] } as const;

/** The scene whose one result is this file. */
function served(file: HostedFile, inputs: Scene['inputs'] = {}): Scene {
  return { inputs, before: (simulator) => simulator.output((_request, hosted) => ({ image: hosted(file) })) };
}

/** The scene whose one result is at this address. */
function at(address: string | ((origin: string) => string), inputs: Scene['inputs'] = {}): Scene {
  return {
    inputs,
    before: (simulator) =>
      simulator.output(() => ({ image: typeof address === 'string' ? address : address(simulator.url) })),
  };
}

export const downloadFaults: readonly Fault[] = [
  {
    ...fine,
    name: 'CDN that does not know the file yet (403 and 404)',
    scene: {
      before: (simulator) => {
        for (const status of [403, 404]) simulator.fault('file', answer(status, ''));
      },
    },
    also: (run) => expect(callsOf(run, 'file')).toBe(3),
  },
  {
    ...fine,
    name: 'outage of the CDN (429, 502, 503)',
    scene: {
      service: { retryAfter: '0' },
      before: (simulator) => {
        for (const status of [429, 502, 503]) simulator.fault('file', { kind: 'html', status });
      },
    },
  },
  {
    ...fine,
    name: 'download dropped, then cut off halfway by a reset',
    scene: {
      before: (simulator) => {
        simulator.fault('file', { kind: 'drop-before' });
        simulator.fault('file', { kind: 'truncate' });
      },
    },
  },
  {
    ...fine,
    name: 'connection cut at 60 %, five times',
    scene: struck('file', { kind: 'truncate', share: 0.6 }, 5),
    also: ({ simulator }) => {
      const parts = simulator.calls.filter(({ name, headers }) => name === 'file' && headers.range !== undefined);
      expect(parts.map(({ status }) => status)).toEqual([206, 206, 206, 206, 206]);
    },
  },
  {
    ...fine,
    name: 'CDN that answers 202, 401, 410 and 425 for a while',
    scene: {
      before: (simulator) => {
        for (const status of [202, 401, 410, 425]) simulator.fault('file', answer(status, ''));
      },
    },
  },
  {
    ...fine,
    name: 'file arrives slowly',
    scene: struck('file', { kind: 'slow', ms: 30 }),
  },
  {
    ...fine,
    name: 'file without length and with a wrong type',
    scene: served({ body: () => Readable.from([PIXEL.subarray(0, 20), PIXEL.subarray(20)]), type: 'text/html' }),
  },
  {
    ...fine,
    name: 'HTML page, then half the file with a length that fits, then the file',
    scene: {
      before: (simulator) => {
        simulator.fault('file', { kind: 'html', status: 200 });
        simulator.fault('file', answer(200, PIXEL.subarray(0, 40)));
      },
    },
  },
  {
    ...failed,
    name: 'file gone (404 each time)',
    scene: struck('file', answer(404, ''), ALWAYS),
    said: /Downloading from \S+: the server returned HTTP 404\. The file is paid for, and available at http:\S+/,
    also: (run) => expect(callsOf(run, 'file')).toBeGreaterThanOrEqual(4),
  },
  {
    ...failed,
    name: 'file forbidden (403 each time)',
    scene: struck('file', answer(403, 'AccessDenied'), ALWAYS),
    said: /the server returned HTTP 403\. The file is paid for, and available at http:\S+/,
  },
  {
    ...failed,
    name: 'file gone (410 each time)',
    scene: struck('file', answer(410, ''), ALWAYS),
    said: /HTTP 410\. The file is paid for/,
    also: (run) => expect(callsOf(run, 'file')).toBeGreaterThanOrEqual(4),
  },
  {
    ...failed,
    name: 'host of the file not found (DNS)',
    scene: at('https://no-such-host.invalid/a.png?sig=s3cret', { 'allowed-download-hosts': 'no-such-host.invalid' }),
    said: /Downloading from no-such-host\.invalid: no connection .*available at https:\/\/no-such-host\.invalid\/a\.png/,
    also: ({ log }) => expect(log).not.toContain('s3cret'),
  },
  {
    ...fine,
    name: 'one of many files gone',
    scene: {
      inputs: { count: '3', seed: '1', 'upload-artifact': 'true' },
      before: (simulator) =>
        simulator.output(({ body }, hosted) => ({
          image: hosted(body.seed === 2 ? { body: Buffer.alloc(0), status: 410 } : { body: PIXEL }),
        })),
    },
    kept: 2,
    artifacts: 1,
    exitCode: 1,
    submits: 3,
    failures: ['download-failed'],
    said: /1 of 3 images failed; 2 files saved\.\n- image-2: Downloading .*HTTP 410/,
  },
  {
    ...notMedia,
    name: 'HTML page instead of the file',
    scene: struck('file', { kind: 'html', status: 200 }, ALWAYS),
    said: /The downloaded file is an HTML page, not an image, video or audio/,
  },
  {
    ...notMedia,
    name: 'JSON instead of the file',
    scene: served({ body: Buffer.from('{"error":"expired"}'), type: 'image/png' }),
    said: /The downloaded file is JSON, not an image, video or audio/,
  },
  {
    ...notMedia,
    name: 'empty file',
    scene: served({ body: Buffer.alloc(0), type: 'image/png' }),
    said: /The downloaded file is empty/,
  },
  {
    ...fine,
    name: 'half a file with a length that fits',
    scene: served({ body: PIXEL.subarray(0, 40), type: 'image/png' }),
    said: /1 file saved although truncated, .*image-1\.png/,
    also: (run) => expect(callsOf(run, 'file')).toBe(2),
  },
  {
    ...fine,
    name: 'compressed transfer that was not requested',
    scene: struck('file', { kind: 'packed', encoding: 'br' }),
  },
  {
    ...fine,
    name: 'file that is said to be compressed but is not',
    scene: served({ body: PIXEL, headers: { 'content-encoding': 'gzip' } }),
  },
  {
    ...failed,
    name: 'compressed transfer that was not requested (bomb)',
    scene: served(
      { body: gzipSync(Buffer.alloc(100 * 1024 ** 2)), headers: { 'content-encoding': 'gzip' } },
      { 'max-download-size': '1MB' },
    ),
    said: /the file is larger than 1\.0 MB\. Raise `max-download-size` to accept it/,
  },
  {
    ...failed,
    name: 'file larger than max-download-size, as announced',
    scene: served({ body: Buffer.concat([PIXEL, Buffer.alloc(4096)]) }, { 'max-download-size': '1KB' }),
    said: /the file is larger than 1\.0 KB\. Raise `max-download-size` to accept it/,
  },
  {
    ...failed,
    name: 'file larger than max-download-size, unannounced and endless',
    scene: served({ body: endless }, { 'max-download-size': '1MB' }),
    said: /the file is larger than 1\.0 MB\. Raise `max-download-size` to accept it/,
  },
  {
    ...fine,
    name: 'redirect within the allowed hosts',
    scene: {
      before: (simulator) => {
        const there = simulator.host('there.png', { body: PIXEL });
        const headers = { location: there };
        simulator.output(() => simulator.host('here', { body: Buffer.alloc(0), status: 302, headers }));
      },
    },
  },
  {
    ...failed,
    name: 'redirect to a host that is not allowed',
    scene: served({ body: Buffer.alloc(0), status: 302, headers: { location: 'https://evil.example.com/x.png' } }),
    said: /The result is on https:\/\/evil\.example\.com, a host that is not allowed\. If you trust it, add evil\.example\.com to `allowed-download-hosts`/,
  },
  {
    ...failed,
    name: 'redirect without end',
    scene: struck('file', { kind: 'reply', status: 302, headers: { location: '/files/again' } }, ALWAYS),
    said: /more than 5 redirects/,
    also: (run) => expect(callsOf(run, 'file')).toBe(6),
  },
  {
    ...failed,
    name: 'redirect to nowhere',
    scene: served({ body: Buffer.alloc(0), status: 302, headers: { location: 'http://' } }),
    said: /The result is on an address that is not a URL/,
  },
  {
    ...failed,
    name: 'file on a host that is not allowed',
    scene: at('https://cdn.example.com:8443/x.png?sig=s3cret'),
    said: /The result is on https:\/\/cdn\.example\.com:8443, a host that is not allowed\. If you trust it, add cdn\.example\.com:8443 to/,
    also: ({ log }) => expect(log).not.toContain('s3cret'),
  },
  {
    ...failed,
    name: 'file on plain http',
    scene: at('http://playgrounds-storage-public.runcomfy.net/x.png'),
    said: /The result is on http:\/\/playgrounds-storage-public\.runcomfy\.net, which is not https/,
  },
];

/** A server that never stops sending. */
function endless(): Readable {
  return new Readable({
    read() {
      this.push(Buffer.alloc(64 * 1024, 1));
    },
  });
}
