// Removes interim responses (RFC 9110, 15.2) from a connection before undici sees them: it treats `100 Continue` as a
// broken connection, and the response to a paid request would be lost.
import type { Socket } from 'node:net';

/** Of all interim responses to one request, so that an endless server does not fill the memory. */
const MAX_BYTES = 256 * 1024;

/** The same connection without interim responses. Requests must be sent one at a time: everything after a request counts as its response. */
export function withoutInterim(socket: Socket): Socket {
  const read = socket.read.bind(socket);
  /** The number of bytes sent when the last response began. */
  let answeredAt = 0;
  let held: Buffer = Buffer.alloc(0);
  let skipped = 0;

  socket.read = (size?: number): Buffer | null => {
    const chunk: Buffer | null = read(size);
    if (chunk === null || socket.bytesWritten === answeredAt) return chunk;
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      const bytes = interimBytes(held);
      if (bytes === 0) return takeAll();
      if (skipped + (bytes ?? held.length) > MAX_BYTES) {
        socket.destroy(new Error('too many interim responses'));
        return null;
      }
      if (bytes === null) return null;
      skipped += bytes;
      held = held.subarray(bytes);
    }
  };

  function takeAll(): Buffer {
    const answer = held;
    answeredAt = socket.bytesWritten;
    held = Buffer.alloc(0);
    skipped = 0;
    return answer;
  }

  return socket;
}

const STATUS_AT = 'HTTP/1.1 '.length;

/** The length of the interim response at the start of `bytes`; 0 if there is something else, null if more bytes are needed. */
function interimBytes(bytes: Buffer): number | null {
  const start = bytes.toString('latin1', 0, STATUS_AT + 3);
  if (start.length < STATUS_AT + 3) return 'HTTP/1.'.startsWith(start.slice(0, 7)) ? null : 0;
  if (!/^HTTP\/1\.\d 1(?!01)\d\d$/.test(start)) return 0;
  const end = /\r?\n\r?\n/.exec(bytes.toString('latin1'));
  return end === null ? null : end.index + end[0].length;
}
