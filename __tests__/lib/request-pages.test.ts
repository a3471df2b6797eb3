// Which pages messages point to for requests, and what is needed to collect them.
import { expect, test } from '@jest/globals';
import { besidesIds, pagesOf } from '../../src/lib/request-pages.ts';

test.each<{ name: string; deployments: readonly (string | null)[]; pages: string; besides: string }>([
  { name: 'of a model', deployments: [null, null], pages: 'Generations on runcomfy.com', besides: '' },
  {
    name: 'of a deployment',
    deployments: ['a', 'a'],
    pages: 'Deployments on runcomfy.com',
    besides: ' (with `deployment: a`)',
  },
  {
    name: 'of both',
    deployments: ['a', null, 'b'],
    pages: 'Generations and Deployments on runcomfy.com',
    besides: ' (with `deployment: a` or `b`)',
  },
  { name: 'of an unknown service', deployments: [], pages: 'Generations and Deployments on runcomfy.com', besides: '' },
])('requests $name', ({ deployments, pages, besides }) => {
  expect([pagesOf(deployments), besidesIds(deployments)]).toEqual([pages, besides]);
});
