import { join } from 'node:path';
import type { Place } from '../place.js';
import type { Launch } from '../processes/launch.js';
import { installPackages } from './install-packages.js';
import type { Peer } from './peer.js';
import { pinned } from './peer-folders.js';

const folder = 'hive-gateway';
const program = 'node_modules/@graphql-hive/gateway/dist/bin.js';
const title = pinned(folder, '@graphql-hive/gateway');

/** Hive Gateway by its own command, planning and executing in JavaScript. */
export const hive: Peer = {
  name: 'hive',
  title: `${title}, JavaScript`,
  prepare: (place, port) => launch(place, port),
};

/** The same with the planner of Hive Router, which is Rust, and the executor that belongs to it. */
export const hiveRust: Peer = {
  name: 'hive-rust',
  title: `${title}, Rust planner`,
  prepare: (place, port) => launch(place, port, '--hive-router-runtime'),
};

async function launch({ supergraphFile }: Place, port: number, ...options: string[]): Promise<Launch> {
  const address = ['--host', '127.0.0.1', '--port', String(port)];
  const args = [join(await installPackages(folder), program), 'supergraph', supergraphFile, ...address, ...options];
  return { args };
}
