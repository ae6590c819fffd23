import { join } from 'node:path';
import { installPackages } from './install-packages.js';
import type { Peer } from './peer.js';
import { pinned } from './peer-folders.js';

const folder = 'apollo-gateway';

/** Apollo's gateway as its documentation sets it up. */
export const stock: Peer = {
  name: 'stock',
  title: `${pinned(folder, '@apollo/gateway')}, ${pinned(folder, '@apollo/server')}`,
  prepare: async ({ supergraphFile }, port) => ({
    args: [join(await installPackages(folder), 'main.mjs'), String(port), supergraphFile],
    environment: { APOLLO_TELEMETRY_DISABLED: 'true' },
  }),
};
