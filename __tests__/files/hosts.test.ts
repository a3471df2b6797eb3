// Where results may be downloaded from: the list is short, and spelling tricks do not make it longer.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type HostRules, isLoopback, permittedUrl } from '../../src/files/hosts.ts';

const rules: HostRules = {
  apiUrl: new URL('https://model-api.runcomfy.net'),
  allowed: ['cdn.example.com:443', 'cdn.example.com:8443', 'localhost:3000', '[::1]:3000', '203.0.113.7:80'],
};

test.each([
  'https://playgrounds-storage-public.runcomfy.net/a.png',
  'https://serverless-api-storage.runcomfy.net/a/b.png?X-Amz-Signature=1',
  'https://runcomfy.net/a',
  'https://files.runcomfy.com/a',
  'https://A.B.C.RunComfy.NET:443/a',
  'https://cdn.example.com/a',
  'https://cdn.example.com:8443/a',
  'http://localhost:3000/a',
  'http://[::1]:3000/a',
  'https://localhost:3000/a',
])('permitted: %s', (url) => {
  expect(permittedUrl(url, rules).href).toBe(new URL(url).href);
});

test.each([
  { name: 'plain http', url: 'http://files.runcomfy.net/a', says: 'not https' },
  { name: 'plain http to a listed host that is not this machine', url: 'http://203.0.113.7/a', says: 'not https' },
  { name: 'this machine, unlisted', url: 'http://127.0.0.1:9000/a', says: 'not https' },
  { name: 'this machine, another port', url: 'http://localhost:3001/a', says: 'not https' },
  { name: 'another host', url: 'https://example.com/a', says: 'not allowed' },
  { name: 'a listed host, another port', url: 'https://cdn.example.com:444/a', says: 'not allowed' },
  { name: 'a host below a listed one', url: 'https://x.cdn.example.com/a', says: 'not allowed' },
  { name: 'a host with the same end', url: 'https://evilruncomfy.net/a', says: 'not allowed' },
  { name: 'a host with the same beginning', url: 'https://runcomfy.net.evil.com/a', says: 'not allowed' },
  { name: 'a final dot', url: 'https://files.runcomfy.net./a', says: 'not allowed' },
  { name: 'another port', url: 'https://files.runcomfy.net:8443/a', says: 'not allowed' },
  { name: 'an address of the cloud', url: 'http://169.254.169.254/latest/meta-data', says: 'not https' },
  { name: 'user info', url: 'https://user@files.runcomfy.net/a', says: 'user info' },
  { name: 'user info that looks like a host', url: 'https://files.runcomfy.net@evil.com/a', says: 'user info' },
  { name: 'a backslash before the true path', url: 'https://evil.com\\@files.runcomfy.net/a', says: 'evil.com' },
  { name: 'a look-alike letter', url: 'https://files.runcomfу.net/a', says: 'not allowed' },
  { name: 'a file', url: 'file:///etc/passwd', says: 'not https' },
  { name: 'data', url: 'data:image/png;base64,AA==', says: 'not https' },
  { name: 'no URL', url: 'a.png', says: 'not a URL' },
  { name: 'nothing', url: '', says: 'not a URL' },
])('refused: $name', ({ url, says }) => {
  expect(() => permittedUrl(url, rules)).toThrow(expect.objectContaining({ kind: 'download-failed' }));
  expect(() => permittedUrl(url, rules)).toThrow(says);
});

test('a host that is not allowed comes with what to add, if it is trusted', () => {
  for (const [url, add] of [
    ['https://x.example.com/a?sig=secret', 'x.example.com'],
    ['https://x.example.com:8443/a', 'x.example.com:8443'],
  ] as const) {
    expect(() => permittedUrl(url, rules)).toThrow(
      expect.objectContaining({ advice: expect.stringContaining(`add ${add} to`) }),
    );
    expect(() => permittedUrl(url, rules)).not.toThrow(/secret/);
  }
});

test('the origin of api-url is permitted, its host with another port is not', () => {
  const local: HostRules = { apiUrl: new URL('http://127.0.0.1:8080'), allowed: [] };
  expect(permittedUrl('http://127.0.0.1:8080/files/a.png', local).port).toBe('8080');
  expect(() => permittedUrl('http://127.0.0.1:8081/files/a.png', local)).toThrow();
  const remote: HostRules = { apiUrl: new URL('https://api.example.com:8443'), allowed: [] };
  expect(permittedUrl('https://api.example.com:8443/a', remote).hostname).toBe('api.example.com');
  expect(() => permittedUrl('https://api.example.com/a', remote)).toThrow();
});

describe('a redirect', () => {
  const base = new URL('https://files.runcomfy.net/a/b.png?sig=1');

  test.each([
    ['/c.png', 'https://files.runcomfy.net/c.png'],
    ['c.png', 'https://files.runcomfy.net/a/c.png'],
    ['//cdn.example.com/c', 'https://cdn.example.com/c'],
  ])('to %s leads to %s', (location, href) => {
    expect(permittedUrl(location, rules, base).href).toBe(href);
  });

  test.each(['//evil.com/c', 'http://files.runcomfy.net/a', '\\\\evil.com/c'])('to %s is refused', (location) => {
    expect(() => permittedUrl(location, rules, base)).toThrow(expect.objectContaining({ kind: 'download-failed' }));
  });
});

test.each([
  ['http://127.0.0.1/', true],
  ['http://127.9.9.9/', true],
  ['http://127.1/', true],
  ['http://2130706433/', true],
  ['http://localhost/', true],
  ['http://[::1]/', true],
  ['http://127.0.0.1.nip.io/', false],
  ['http://localhost.evil.com/', false],
  ['http://[::ffff:127.0.0.1]/', false],
  ['http://0.0.0.0/', false],
  ['http://10.0.0.1/', false],
])('%s is this machine: %s', (url, is) => {
  expect(isLoopback(new URL(url))).toBe(is);
});

test('a permitted URL is on a permitted host, in the spelling that is fetched', () => {
  const piece = fc.constantFrom(
    'https://',
    'http://',
    'files.runcomfy.net',
    'evil.com',
    '@',
    '\\',
    '/',
    ':',
    '443',
    '8443',
    '#',
    '?',
    '.',
    '%2e',
    '\t',
    '\n',
    ' ',
    'localhost:3000',
    '[::1]:3000',
    '。',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      let url: URL;
      try {
        url = permittedUrl(pieces.join(''), rules);
      } catch {
        return;
      }
      expect([url.username, url.password]).toEqual(['', '']);
      expect(`${url.protocol}//${url.host}`).toMatch(
        /^(https:\/\/(([^/:@]*\.)?runcomfy\.net|cdn\.example\.com(:8443)?)|https?:\/\/(localhost|\[::1\]):3000)$/,
      );
    }),
    { numRuns: 3_000 },
  );
});
