import { expect, test } from '@jest/globals';
import { splitOperations } from '../split-operations.js';
import { printApolloManifest } from './apollo-manifest.js';
import { readManifest } from './read-manifest.js';
import { safelistOf } from './safelist.js';

const relay = { path: 'relay.json', content: JSON.stringify({ md5b: 'query B{b}', md5a: 'mutation A{a}' }) };

test('what is written is sorted by name, and what it says is read again', () => {
  const operations = readManifest(relay);
  const written = { path: 'web/1.json', content: printApolloManifest(operations) };
  const again = readManifest(written);
  expect(again.map(({ name, line }) => `${name}:${line}`)).toEqual(['A:10', 'B:17']);
  const withoutPlace = ({ id, clientId, name, type, document }: (typeof again)[number]) => ({
    id,
    clientId,
    name,
    type,
    document,
  });
  expect(again.map(withoutPlace)).toEqual(operations.toReversed().map(withoutPlace));
  expect(printApolloManifest(again)).toBe(written.content);
});

test("a client's own id is written only where it has one", () => {
  const content = printApolloManifest(splitOperations([{ path: 'a', content: 'query A { a }' }]));
  expect(content).not.toContain('clientId');
  expect(content.endsWith('}\n')).toBe(true);
});

test('a safelist serves what a client sends: the hash of the text, or the id of its own tools', () => {
  const [b] = readManifest(relay);
  const safelist = safelistOf(readManifest(relay));
  expect(safelist.get('md5b')).toBe('query B{b}');
  expect(safelist.get(b?.id ?? '')).toBe('query B{b}');
  expect(safelist.size).toBe(4);
});
