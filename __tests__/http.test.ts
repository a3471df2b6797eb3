// One HTTP request: when to come back, and whether a failed one may have arrived.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { createHttp, type Http, retryAfter } from '../src/http.ts';
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
  return (await response.body.toArray()).join('');
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
    expect((await response.body.toArray()).join('')).toBe('fine');
    await settled();
  }
  await http.close();
  expect(ports[1]).toBe(ports[0]);
  expect(new Set(ports).size).toBe(3);
});

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
