// A proxy as companies have them: forwards plain requests (RFC 9112, absolute form) and opens tunnels (CONNECT), or refuses to.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

export interface Proxy {
  readonly url: string;
  /** What went through, or wanted to: `GET http://host/path`, `CONNECT host:port`. */
  readonly seen: readonly string[];
}

/** With `refusal`, an HTTP status, it answers that to everything. */
export async function startProxy(cleanUp: AsyncDisposableStack, refusal: number | null = null): Promise<Proxy> {
  const seen: string[] = [];
  const open = new Set<Duplex>();
  const server = createServer((incoming, outgoing) => {
    seen.push(`${incoming.method} ${incoming.url}`);
    if (refusal !== null) {
      outgoing.writeHead(refusal).end('<html>Proxy says no</html>');
      return;
    }
    const onward = request(incoming.url ?? '', { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket) => {
    seen.push(`CONNECT ${incoming.url}`);
    socket.on('error', () => {});
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${incoming.url}`);
    const onward = connect(Number(port || 80), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    onward.on('error', () => socket.destroy());
    onward.pipe(socket).pipe(onward);
    for (const end of [socket, onward]) open.add(end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp.defer(() => {
    for (const end of open) end.destroy();
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, seen };
}
