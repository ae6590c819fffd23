import { hive, hiveRust } from './hive.js';
import type { Peer } from './peer.js';
import { bareRouter, soukRouter } from './souk-router.js';
import { stock } from './stock.js';
import { byHand, sameBytes } from './yardsticks.js';

const peers: readonly Peer[] = [soukRouter, bareRouter, stock, hive, hiveRust, byHand, sameBytes];

/** The peers of these names, or all. @throws {Error} that says which names there are. */
export function choosePeers(names: readonly string[] | undefined): Peer[] {
  const unknown = names?.find((name) => !peers.some((peer) => peer.name === name));
  if (unknown !== undefined)
    throw new Error(`--only takes some of ${peers.map(({ name }) => name).join(', ')}, not "${unknown}".`);
  return peers.filter(({ name }) => names?.includes(name) ?? true);
}
