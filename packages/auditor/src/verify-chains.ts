import { type ChainState, inspectChain, type KeptHead, readKeptHeads } from '@souk/kit/audit';
import pg from 'pg';
import type { DatabaseUrls } from './find-databases.js';

/** A subgraph's chain as it was found. */
export interface ChainReport extends ChainState {
  subgraph: string;
  /** How many of its heads others keep, and who. */
  keptHeads: number;
  keepers: string[];
  isWhole: boolean;
}

interface Source {
  subgraph: string;
  client: pg.Client;
}

/**
 * Walks the chains, and compares them with the heads that other subgraphs keep. All heads are read before any chain: a chain
 * only grows meanwhile.
 * @param chosen the subgraphs whose chains are walked; heads are read from all databases.
 */
export async function verifyChains(urls: DatabaseUrls, chosen: readonly string[]): Promise<ChainReport[]> {
  const sources = Object.entries(urls).map(([subgraph, url]) => ({ subgraph, client: connectionTo(url) }));
  try {
    await Promise.all(sources.map(({ client }) => client.connect()));
    const kept = await Promise.all(sources.map(readHeads));
    const reports: ChainReport[] = [];
    for (const source of sources.filter(({ subgraph }) => chosen.includes(subgraph))) {
      reports.push(await verify(source, kept.flat()));
    }
    return reports;
  } finally {
    await Promise.all(sources.map(({ client }) => client.end()));
  }
}

/** Its transactions change nothing, whatever the role could. */
function connectionTo(connectionString: string): pg.Client {
  return new pg.Client({
    connectionString,
    connectionTimeoutMillis: 5_000,
    options: '-c default_transaction_read_only=on -c statement_timeout=60s',
  });
}

async function readHeads({ subgraph: keeper, client }: Source): Promise<(KeptHead & { keeper: string })[]> {
  const heads = await readKeptHeads(client);
  return heads.filter(({ subgraph }) => subgraph !== keeper).map((head) => ({ ...head, keeper }));
}

async function verify(
  { subgraph, client }: Source,
  kept: readonly (KeptHead & { keeper: string })[],
): Promise<ChainReport> {
  const own = kept.filter((head) => head.subgraph === subgraph);
  const state = await inspectChain(client, own);
  const keepers = [...new Set(own.map(({ keeper }) => keeper))].sort();
  return { subgraph, ...state, keptHeads: own.length, keepers, isWhole: !state.break && state.waitingLong === 0 };
}
