// Paints pictures in a thread, one for all simulators of this process, so that no call waits for pixels.
import { Worker } from 'node:worker_threads';
import type { Picture } from './pictures.ts';

/** The bytes of recent pictures, by what they show. */
const gallery = new Map<string, Promise<Buffer>>();
const gallerySize = 64;

const waiting = new Map<string, { resolve(bytes: Buffer): void; reject(error: Error): void }>();
let thread: Worker | undefined;

/** The encoded image file; the same picture is painted once. */
export function paint(picture: Picture): Promise<Buffer> {
  const key = JSON.stringify(picture);
  const hanging = gallery.get(key);
  if (hanging) return hanging;
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  waiting.set(key, { resolve, reject });
  gallery.set(key, promise);
  const [oldest] = gallery.keys();
  if (gallery.size > gallerySize && oldest !== undefined) gallery.delete(oldest);
  thread ??= startThread();
  thread.postMessage({ key, picture });
  return promise;
}

function startThread(): Worker {
  const worker = new Worker(new URL('./painter-thread.ts', import.meta.url));
  worker.on('message', ({ key, bytes }: { readonly key: string; readonly bytes: Uint8Array }) => {
    waiting.get(key)?.resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    waiting.delete(key);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
    waiting.clear();
    gallery.clear();
    thread = undefined;
  });
  worker.unref(); // an idle painter keeps no process alive; after the listeners, which would undo it
  return worker;
}
