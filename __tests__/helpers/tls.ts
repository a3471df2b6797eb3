// An https server in front of the simulator, with an unknown certificate.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from 'node:tls';

export interface TlsFront {
  /** `https://localhost:PORT` */
  readonly url: string;
  /** File with the certificate, for NODE_EXTRA_CA_CERTS. */
  readonly certificate: string;
  /** Where what comes in goes on to: an http origin. */
  leadTo(url: string): void;
}

/** Key and certificate of `localhost`, as files. Needs the program `openssl`. */
export function makeCertificate(cleanUp: AsyncDisposableStack): { readonly key: string; readonly certificate: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'tls-'));
  cleanUp.defer(() => rmSync(folder, { recursive: true }));
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', certificate, '-days', '2'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', ['req', '-x509', ...made, ...names], { stdio: 'pipe' });
  return { key, certificate };
}

export async function startTlsFront(cleanUp: AsyncDisposableStack): Promise<TlsFront> {
  const { key, certificate } = makeCertificate(cleanUp);
  let port = 0;
  // As the real service's: HTTP/2 first, for those who offer it.
  const ALPNProtocols = ['h2', 'http/1.1'];
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate), ALPNProtocols }, (socket) => {
    const onward = connect(port, '127.0.0.1');
    for (const [end, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      end.on('error', () => other.destroy());
      end.on('close', () => other.destroy());
      end.pipe(other);
    }
    cleanUp.defer(() => void socket.destroy());
  });
  server.on('tlsClientError', () => {});
  server.listen(0, 'localhost');
  await once(server, 'listening');
  cleanUp.defer(() => void server.close());
  const address = server.address();
  return {
    url: `https://localhost:${typeof address === 'object' ? address?.port : ''}`,
    certificate,
    leadTo: (url) => {
      port = Number(new URL(url).port);
    },
  };
}

/** Why this machine can make no certificate; null if it can. */
export function whyNoTls(): string | null {
  try {
    execFileSync('openssl', ['version'], { stdio: 'pipe' });
    return null;
  } catch {
    return 'needs the program openssl';
  }
}
