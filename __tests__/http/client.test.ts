// One HTTP request: when to retry, and whether a failed one may have arrived.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type Socket } from 'node:net';
import { createServer as createTlsServer, rootCertificates, setDefaultCACertificates } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import type { HttpBody } from '../../src/http/body.ts';
import { createHttp, type Http, readText, retryAfter } from '../../src/http/client.ts';
import { startProxy } from '../helpers/proxy.ts';
import { makeCertificate, whyNoTls } from '../helpers/tls.ts';
import { settled } from '../helpers/until.ts';

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

/** Closed before the server is, which would wait for its connections. */
async function openHttp(env: Parameters<typeof createHttp>[0]): Promise<Http & AsyncDisposable> {
  const http = await createHttp(env);
  return { ...http, [Symbol.asyncDispose]: () => http.close() };
}

async function get(http: Http, url: string): Promise<unknown> {
  const response = await http.send({ method: 'GET', url: new URL(url), signal });
  return readText(response, 1_000, signal);
}

test.each([
  { name: 'a host that does not exist', url: 'http://nobody.invalid/', isUnsent: true },
  { name: 'TLS with a server that knows none', url: 'https://plain/', isUnsent: true },
  { name: 'a connection that ends without an answer', url: 'http://mute/', isUnsent: false },
])('$name: isUnsent is $isUnsent', async ({ url, isUnsent }) => {
  await using mute = createTcpServer((socket) => void socket.once('data', () => socket.destroy()));
  await using plain = createServer();
  const target = url.replace('mute', await listening(mute)).replace('plain', await listening(plain));
  await using http = await openHttp({});
  await expect(get(http, target)).rejects.toMatchObject({ kind: 'unavailable', isUnsent });
});

test('calls share a connection, unless they request a new one', async () => {
  await using server = createServer((_request, response) => void response.end('fine'));
  const url = new URL(`http://${await listening(server)}/`);
  const ports: unknown[] = [];
  server.on('request', ({ socket }) => ports.push(socket.remotePort));
  await using http = await openHttp({});
  for (const fresh of [false, false, true, true]) {
    const response = await http.send({ method: 'POST', url, body: '{}', signal, fresh });
    expect(await readText(response, 1_000, signal)).toBe('fine');
    await settled();
  }
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
  await using http = await openHttp({});
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
  await using http = await openHttp({});
  const url = new URL(`http://${await listening(server)}/`);
  const { body } = await http.send({ method: 'GET', url, signal });
  await leave(body);
  await closed;
});

test('an abort rejects immediately, and nothing was sent if the connection was still being made', async () => {
  const connected: Socket[] = [];
  await using mute = createTcpServer((socket) => connected.push(socket));
  await using server = createServer((request, response) => {
    if (request.url === '/body') response.write('the beginning');
  });
  const [tls, plain] = [`https://${await listening(mute)}/`, `http://${await listening(server)}`];
  await using http = await openHttp({});
  for (const url of [tls, `${plain}/head`, `${plain}/body`]) {
    const control = new AbortController();
    const asked = Promise.race([once(mute, 'connection'), once(server, 'request')]);
    const answer = http.send({ method: 'GET', url: new URL(url), signal: control.signal }).then(async ({ body }) => {
      for await (const _ of body) control.abort('no longer wanted');
    });
    void asked.then(() => url.endsWith('/body') || control.abort('no longer wanted'));
    if (url === tls) await expect(answer).rejects.toMatchObject({ isUnsent: true, cause: 'no longer wanted' });
    else await expect(answer).rejects.toBe('no longer wanted');
  }
  for (const socket of connected) socket.destroy();
  // A connection that is not made is given up after 10 s anyway.
}, 5_000);

/** A server that answers each connection's requests with these bytes, each piece on its own. */
function saying(...pieces: readonly (string | Buffer)[]): ReturnType<typeof createTcpServer> {
  return createTcpServer((socket) => {
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('data', async () => {
      for (const piece of pieces) {
        await new Promise((resolve) => socket.write(piece, resolve));
        await settled();
      }
    });
  });
}

const FINE = 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nfine';

test.each([
  { name: '100 Continue', pieces: [`HTTP/1.1 100 Continue\r\n\r\n${FINE}`] },
  { name: '100 Continue on its own', pieces: ['HTTP/1.1 100 Continue\r\n\r\n', FINE] },
  { name: '100 Continue in crumbs', pieces: [...`HTTP/1.1 100 Continue\r\nserver: x\r\n\r\n${FINE}`] },
  { name: '100 Continue twice', pieces: ['HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n', FINE] },
  { name: '100 Continue of an HTTP/1.0 gateway, with bare line ends', pieces: ['HTTP/1.0 100 Go on\n\n', FINE] },
  { name: '102 Processing', pieces: ['HTTP/1.1 102 Processing\r\n\r\n', FINE] },
  {
    name: '103 Early Hints, then 100',
    pieces: ['HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n', FINE],
  },
])('$name before the response: the response is still read, also on a reused connection', async ({ pieces }) => {
  await using server = saying(...pieces);
  const url = new URL(`http://${await listening(server)}/`);
  await using http = await openHttp({});
  for (const fresh of [true, false, false]) {
    const response = await http.send({ method: 'POST', url, body: '{}', signal, fresh });
    expect(response.status).toBe(200);
    expect(await readText(response, 1_000, signal)).toBe('fine');
    await settled();
  }
});

test('a body that looks like an interim response is not changed', async () => {
  const body = 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(3);
  await using server = saying(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n`, body);
  await using http = await openHttp({});
  expect(await get(http, `http://${await listening(server)}/`)).toBe(body);
});

test('endless interim responses end the connection', async () => {
  await using server = saying(...Array<string>(2_000).fill(`HTTP/1.1 100 ${'x'.repeat(1_000)}`));
  await using http = await openHttp({});
  await expect(get(http, `http://${await listening(server)}/`)).rejects.toMatchObject({ isUnsent: false });
});

test('200 KB of headers are read; endless headers are not', async () => {
  const line = `x-policy: ${'x'.repeat(998)}\r\n`;
  await using server = createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (asked) => {
      const lines = line.repeat(String(asked).startsWith('GET /short') ? 200 : 2_000);
      socket.end(`HTTP/1.1 200 OK\r\n${lines}content-length: 4\r\n\r\nfine`);
    });
  });
  const origin = `http://${await listening(server)}`;
  await using http = await openHttp({});
  expect(await get(http, `${origin}/short`)).toBe('fine');
  await expect(get(http, `${origin}/long`)).rejects.toMatchObject({ kind: 'unavailable', isUnsent: false });
});

test('headers are UTF-8 if their bytes are valid UTF-8, otherwise Latin-1', async () => {
  const head = Buffer.concat([
    Buffer.from('HTTP/1.1 302 Found\r\nlocation: /féerie-é.png\r\nx-old: caf'),
    Buffer.from([0xe9]),
  ]);
  await using server = saying(Buffer.concat([head, Buffer.from('\r\ncontent-length: 0\r\n\r\n')]));
  await using http = await openHttp({});
  const { header } = await http.send({ method: 'GET', url: new URL(`http://${await listening(server)}/`), signal });
  expect([header('location'), header('x-old')]).toEqual(['/féerie-é.png', 'café']);
});

test('a response with an unrequested encoding is decoded, within the same limit', async () => {
  await using server = createServer((request, response) => {
    const bytes = request.url === '/bomb' ? Buffer.alloc(100 * MEGABYTE) : Buffer.from('{"request_id":"é"}');
    response.setHeader('content-encoding', request.url === '/odd' ? 'compress' : 'gzip');
    response.end(gzipSync(bytes));
  });
  const asked: unknown[] = [];
  server.on('request', ({ headers }) => asked.push(headers['accept-encoding']));
  const origin = `http://${await listening(server)}`;
  await using http = await openHttp({});
  expect(await get(http, `${origin}/`)).toBe('{"request_id":"é"}');
  await expect(get(http, `${origin}/bomb`)).rejects.toThrow('larger than 1000 bytes');
  await expect(get(http, `${origin}/odd`)).rejects.toThrow('"compress"');
  expect(asked).toEqual(['identity', 'identity', 'identity']);
});

const noTls = whyNoTls();

(noTls === null ? test : test.skip)(
  'through TLS and through a tunnel too: HTTP/1.1, whatever the server would rather speak, and 100 Continue is waited out',
  async () => {
    await using cleanUp = new AsyncDisposableStack();
    const files = makeCertificate(cleanUp);
    const [key, cert] = [readFileSync(files.key), readFileSync(files.certificate)];
    setDefaultCACertificates([...rootCertificates, cert.toString()]);
    cleanUp.defer(() => setDefaultCACertificates([...rootCertificates]));
    const server = createTlsServer({ key, cert, ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
      socket.on('error', () => {});
      socket.once('data', () => {
        socket.write('HTTP/1.1 100 Continue\r\n\r\n');
        socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 8\r\n\r\n${socket.alpnProtocol}`);
      });
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    cleanUp.defer(() => void server.close());
    const address = server.address();
    const url = `https://localhost:${typeof address === 'object' ? address?.port : ''}/`;
    const proxy = await startProxy(cleanUp);
    for (const env of [{}, { https_proxy: proxy.url }]) {
      await using http = await openHttp(env);
      expect(await get(http, url)).toBe('http/1.1');
    }
    expect(proxy.seen).toEqual([`CONNECT ${new URL(url).host}`]);
  },
);

test.each([
  { name: 'without a scheme, as curl takes it', value: (host: string) => host },
  { name: 'with credentials', value: (host: string) => `http://user:p%40ss@${host}` },
  { name: 'with credentials, but no scheme', value: (host: string) => `user:p%40ss@${host}` },
  { name: 'with spaces around it', value: (host: string) => ` http://${host}/ ` },
])('a proxy $name', async ({ name, value }) => {
  const seen: string[] = [];
  await using proxy = createServer((request, response) => {
    seen.push(request.headers['proxy-authorization'] ?? '');
    response.end('proxied');
  });
  proxy.on('connect', (request, socket) => {
    seen.push(request.headers['proxy-authorization'] ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  const address = value(await listening(proxy));
  await using http = await openHttp({ HTTP_PROXY: address, HTTPS_PROXY: address });
  expect(await get(http, 'http://nobody.invalid/')).toBe('proxied');
  await expect(get(http, 'https://nobody.invalid/')).rejects.toMatchObject({ isUnsent: true });
  const credentials = name.includes('credentials') ? `Basic ${Buffer.from('user:p@ss').toString('base64')}` : '';
  expect(seen).toEqual([credentials, credentials]);
});

test.each([
  { name: 'no port', value: 'http://user:secret@proxy.corp:port', shown: '"http://***@proxy.corp:port"' },
  { name: 'no host', value: 'http://', shown: '"http://"' },
  { name: 'a protocol that no proxy speaks', value: 'ftp://user:secret@proxy.corp', shown: '"ftp://***@proxy.corp"' },
  { name: 'a password that is not encoded', value: 'user:secret%zz@proxy.corp:80', shown: '"***@proxy.corp:80"' },
  { name: 'a password with an @', value: 'http://user:sec@ret/1@proxy corp', shown: '"http://***@proxy corp"' },
])(
  'a proxy that cannot be used, $name, is an error that names the variable, but no credentials',
  async ({ value, shown }) => {
    for (const name of ['HTTPS_PROXY', 'http_proxy']) {
      const failure: unknown = await createHttp({ [name]: value }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ kind: 'bad-input', message: expect.stringContaining(`${name} is `) });
      expect(String(failure)).toContain(shown);
      expect(JSON.stringify(failure) + String(failure)).not.toContain('sec');
    }
  },
);

test('the proxy in the environment is used, except for hosts in NO_PROXY', async () => {
  await using proxy = createServer((request, response) => void response.end(`proxied ${request.url}`));
  await using server = createServer((_request, response) => void response.end('direct'));
  const serverHost = await listening(server);
  const env = { http_proxy: `http://${await listening(proxy)}`, no_proxy: serverHost };
  await using http = await openHttp(env);
  expect(await get(http, `http://${serverHost}/`)).toBe('direct');
  expect(await get(http, 'http://nobody.invalid/x')).toBe('proxied http://nobody.invalid/x');
});

test('if a proxy refuses the tunnel, it is certain that nothing was sent', async () => {
  await using proxy = createServer();
  proxy.on('connect', (_request, socket) => void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'));
  const env = { https_proxy: `http://${await listening(proxy)}` };
  await using http = await openHttp(env);
  await expect(get(http, 'https://nobody.invalid/x')).rejects.toMatchObject({ kind: 'unavailable', isUnsent: true });
});
