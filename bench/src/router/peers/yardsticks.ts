import type { Peer } from './peer.js';
import { programAt } from './program-at.js';

/** What one would write for just these operations. */
export const byHand: Peer = {
  name: 'by-hand',
  title: 'a resolver written by hand',
  prepare: async ({ subgraphUrls }, port) => ({
    args: [programAt('../by-hand/main.js'), String(port), JSON.stringify(subgraphUrls)],
  }),
};

/** What no server on node:http can be below. */
export const sameBytes: Peer = {
  name: 'same-bytes',
  title: 'the same bytes from node:http',
  prepare: async ({ answersFile }, port) => ({
    args: [programAt('../same-bytes/main.js'), String(port), answersFile],
  }),
};
