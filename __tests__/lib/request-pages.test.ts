// Where people are sent who look for a request, and what they need to collect it.
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
  { name: 'of nobody knows what', deployments: [], pages: 'Generations and Deployments on runcomfy.com', besides: '' },
])('requests $name', ({ deployments, pages, besides }) => {
  expect([pagesOf(deployments), besidesIds(deployments)]).toEqual([pages, besides]);
});
