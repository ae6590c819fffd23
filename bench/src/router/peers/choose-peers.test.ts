import { expect, test } from '@jest/globals';
import { choosePeers } from './choose-peers.js';
import { peerNames } from './peer.js';

const namesOf = (names?: string[]) => choosePeers(names).map(({ name }) => name);

test('all are compared unless some are named', () => {
  expect(namesOf()).toEqual(peerNames);
  expect(namesOf(['stock', 'router'])).toEqual(['router', 'stock']);
});

test('a name that nobody bears is refused', () => {
  expect(() => choosePeers(['router', 'cosmo'])).toThrow('--only takes some of router, bare, stock,');
});

test('what is installed is told with its version', () => {
  expect(choosePeers(['stock'])[0]?.title).toMatch(/^@apollo\/gateway \d+\.\d+\.\d+, @apollo\/server \d/);
});
