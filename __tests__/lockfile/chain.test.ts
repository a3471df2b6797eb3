// The graph of a manifest: the order of making, who needs whom, and which file an edge leads to.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lockedSource, makersFirst, neededBy } from '../../src/lockfile/chain.ts';

interface Link {
  readonly id: string;
  readonly edges: readonly { readonly file: string; readonly maker: string; readonly index: number }[];
}

const link = (id: string, ...makers: readonly string[]): Link => ({
  id,
  edges: makers.map((maker) => ({ file: `${maker}.jpg`, maker, index: 1 })),
});
const CHAIN = [link('teaser', 'poster'), link('lone'), link('poster', 'hero'), link('hero')];

test.each([
  { name: 'makers come first', images: CHAIN, order: ['lone', 'hero', 'poster', 'teaser'] },
  {
    name: 'an image of several makers waits for the last of them',
    images: [link('c', 'a', 'b'), link('b', 'a'), link('a')],
    order: ['a', 'b', 'c'],
  },
  { name: 'an image does not wait for a missing maker', images: [link('a', 'gone')], order: ['a'] },
])('$name', ({ images, order }) => {
  expect(makersFirst(images).map(({ id }) => id)).toEqual(order);
});

test('in any graph, each image comes once, after its makers', () => {
  const graph = fc
    .array(fc.array(fc.nat(), { maxLength: 4 }), { maxLength: 30 })
    .map((rows) =>
      rows.map((makers, n) => link(String(n), ...(n === 0 ? [] : makers.map((maker) => String(maker % n))))),
    );
  fc.assert(
    fc.property(graph, fc.nat(), (images, seed) => {
      const shuffled = images.toSorted((a, b) => ((Number(a.id) * seed) % 31) - ((Number(b.id) * seed) % 31));
      const order = makersFirst(shuffled).map(({ id }) => id);
      expect(order.toSorted()).toEqual(images.map(({ id }) => id).toSorted());
      for (const { id, edges } of images)
        for (const { maker } of edges) expect(order.indexOf(maker)).toBeLessThan(order.indexOf(id));
    }),
  );
});

test.each([
  { chosen: 'teaser', needed: { poster: 'teaser', hero: 'poster' } },
  { chosen: 'poster', needed: { hero: 'poster' } },
  { chosen: 'hero', needed: {} },
  { chosen: 'lone', needed: {} },
])('$chosen needs its direct and indirect makers', ({ chosen, needed }) => {
  expect(Object.fromEntries(neededBy(CHAIN, (id) => id === chosen))).toEqual(needed);
});

const outputs = (...paths: readonly string[]): readonly { path: string; bytes: number; sha256: string }[] =>
  paths.map((path) => ({ path, bytes: 1, sha256: path }));

test.each([
  { name: 'exactly this path', output: 'a.jpg', index: 1, locked: ['a.json', 'a.jpg'], path: 'a.jpg' },
  { name: 'another suffix', output: 'a.png', index: 1, locked: ['a.jpg'], path: 'a.jpg' },
  { name: 'another case', output: 'A.png', index: 1, locked: ['a.png'], path: 'a.png' },
  { name: 'one of several', output: 'a-{index}.png', index: 2, locked: ['a-1.png', 'a-2.png'], path: 'a-2.png' },
  { name: 'one after a gap', output: 'a-{index}.png', index: 3, locked: ['a-1.png', 'a-3.jpg'], path: 'a-3.jpg' },
  { name: 'a missing one', output: 'a-{index}.png', index: 2, locked: ['a-1.png', 'a-3.png'], path: null },
])('an edge leads to $name', ({ output, index, locked, path }) => {
  const edge = { file: 'any', maker: 'a', index };
  expect(lockedSource(edge, output, outputs(...locked))).toEqual(path === null ? null : { path });
});
