// The painter's own thread: the description of a picture in, the bytes of its file out.
import { parentPort } from 'node:worker_threads';
import { type Picture, render } from './pictures.ts';

parentPort?.on('message', ({ key, picture }: { readonly key: string; readonly picture: Picture }) => {
  parentPort?.postMessage({ key, bytes: render(picture) });
});
