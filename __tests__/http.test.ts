// One HTTP request: when to come back, and whether a failed one may have arrived.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import type { HttpBody } from '../src/arrivals.ts';
import { createHttp, type Http, readText, retryAfter } from '../src/http.ts';
import { settled } from './helpers/until.ts';

test.each([
  { name: 'absent', header: null, ms: null },
  { name: 'seconds', header: '120', ms: 120_000 },
  { name: 'seconds with spaces', header: ' 3 ', ms: 3_000 },
  { name: 'a date ahead', header: 'Wed, 21 Oct 2015 07:28:10 GMT', ms: 10_000 },
  { name: 'a date gone by', header: 'Wed, 21 Oct 2015 07:27:00 GMT', ms: 0 },
  { name: 'words', header: 'soon', ms: null },
  { name: 'empty', header: '', ms: null },
])('Retry-After: $name', ({ header, ms }) => {
  expect(retryAfter(header, Date.parse('Wed, 21 Oct 2015 07:28:00 GMT'))).toBe(ms);
});

const { signal } = new AbortController();

/** The origin of a server that treats every connection so. */
async function listening(server: ReturnType<typeof createTcpServer>): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

async function get(http: Http, url: string): Promise<unknown> {
  const response = await http.send({ method: 'GET', url: new URL(url), signal });
  return readText(response, 1_000, signal);
}

test.each([
  { name: 'a host that does not exist', url: 'http://nobody.invalid/', neverSent: true },
  { name: 'TLS with a server that knows none', url: 'https://plain/', neverSent: true },
  { name: 'a connection that ends without an answer', url: 'http://mute/', neverSent: false },
])('$name: never sent is $neverSent', async ({ url, neverSent }) => {
  await using mute = createTcpServer((socket) => void socket.once('data', () => socket.destroy()));
  await using plain = createServer();
  const target = url.replace('mute', await listening(mute)).replace('plain', await listening(plain));
  const http = await createHttp({});
  await expect(get(http, target)).rejects.toMatchObject({ kind: 'unavailable', neverSent });
  await http.close();
});

test('calls share a connection, unless they ask for one of their own', async () => {
  await using server = createServer((_request, response) => void response.end('fine'));
  const url = new URL(`http://${await listening(server)}/`);
  const ports: unknown[] = [];
  server.on('request', ({ socket }) => ports.push(socket.remotePort));
  const http = await createHttp({});
  for (const fresh of [false, false, true, true]) {
    const response = await http.send({ method: 'POST', url, body: '{}', signal, fresh });
    expect(await readText(response, 1_000, signal)).toBe('fine');
    await settled();
  }
  await http.close();
  expect(ports[1]).toBe(ports[0]);
  expect(new Set(ports).size).toBe(3);
});

const MEGABYTE = 1024 ** 2;

test('a body comes in steps: no more waits than a slow reader can hold, be it in large pieces or in crumbs', async () => {
  const whole = Buffer.alloc(20 * MEGABYTE, 'runcomfy');
  await using server = createServer((request, response) => {
    if (request.url === '/large') response.end(whole);
    else {
      for (let n = 0; n < 20_000; n++) response.write('x');
      response.end();
    }
  });
  const http = await createHttp({});
  const origin = await listening(server);
  for (const [path, bytes] of [
    ['large', whole.length],
    ['crumbs', 20_000],
  ] as const) {
    const { body } = await http.send({ method: 'GET', url: new URL(`http://${origin}/${path}`), signal });
    const steps: Buffer[] = [];
    for await (const chunks of body) {
      const step = Buffer.concat(chunks);
      expect(chunks.length).toBeLessThanOrEqual(1024);
      expect(step.length).toBeLessThan(3 * MEGABYTE);
      steps.push(step);
      await settled();
    }
    expect(Buffer.concat(steps).equals(path === 'large' ? whole : Buffer.alloc(bytes, 'x'))).toBe(true);
    expect(steps.length).toBeGreaterThan(1);
  }
  await http.close();
});

test.each([
  { name: 'dropped before it is read', leave: ({ drop }: HttpBody) => drop() },
  {
    name: 'left in the middle',
    leave: async (body: HttpBody) => {
      for await (const _ of body) break;
    },
  },
])('a body $name: the connection ends', async ({ leave }) => {
  await using server = createServer((_request, response) => void response.write(Buffer.alloc(MEGABYTE)));
  const closed = once(server, 'request').then(([, response]) => once(response, 'close'));
  const http = await createHttp({});
  const url = new URL(`http://${await listening(server)}/`);
  const { body } = await http.send({ method: 'GET', url, signal });
  await leave(body);
  await closed;
  await http.close();
});

test('who gives up is answered at once, and knows that nothing was sent while the connection was still being made', async () => {
  const connected: Socket[] = [];
  await using mute = createTcpServer((socket) => connected.push(socket));
  await using server = createServer((request, response) => {
    if (request.url === '/body') response.write('the beginning');
  });
  const [tls, plain] = [`https://${await listening(mute)}/`, `http://${await listening(server)}`];
  const http = await createHttp({});
  for (const url of [tls, `${plain}/head`, `${plain}/body`]) {
    const control = new AbortController();
    const asked = Promise.race([once(mute, 'connection'), once(server, 'request')]);
    const answer = http.send({ method: 'GET', url: new URL(url), signal: control.signal }).then(async ({ body }) => {
      for await (const _ of body) control.abort('no longer wanted');
    });
    void asked.then(() => url.endsWith('/body') || control.abort('no longer wanted'));
    if (url === tls) await expect(answer).rejects.toMatchObject({ neverSent: true, cause: 'no longer wanted' });
    else await expect(answer).rejects.toBe('no longer wanted');
  }
  for (const socket of connected) socket.destroy();
  await http.close();
  // A connection that is not made is given up after 10 s anyway.
}, 5_000);

test('a proxy of the environment is used, except for the hosts of NO_PROXY', async () => {
  await using proxy = createServer((request, response) => void response.end(`proxied ${request.url}`));
  await using server = createServer((_request, response) => void response.end('direct'));
  const serverHost = await listening(server);
  const env = { http_proxy: `http://${await listening(proxy)}`, no_proxy: serverHost };
  Object.assign(process.env, env);
  const http = await createHttp(env);
  expect(await get(http, `http://${serverHost}/`)).toBe('direct');
  expect(await get(http, 'http://nobody.invalid/x')).toBe('proxied http://nobody.invalid/x');
  await http.close();
  for (const name of Object.keys(env)) delete process.env[name];
});

test('a proxy that refuses the tunnel leaves no doubt: nothing was sent', async () => {
  await using proxy = createServer();
  proxy.on('connect', (_request, socket) => void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
  const env = { https_proxy: `http://${await listening(proxy)}` };
  Object.assign(process.env, env);
  const http = await createHttp(env);
  await expect(get(http, 'https://nobody.invalid/x')).rejects.toMatchObject({ kind: 'unavailable', neverSent: true });
  await http.close();
  delete process.env.https_proxy;
});
