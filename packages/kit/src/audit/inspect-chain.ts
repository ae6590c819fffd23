import type { ClientBase } from 'pg';
import type { AuditHead, LinkedEntry } from './chain.js';
import { entryColumns } from './entry-columns.js';
import { findBreak, type Inspection } from './find-break.js';

const pageSize = 5_000;

export interface ChainState extends Inspection {
  /** Entries that wait to be linked, and how many of them for more than a minute: then nobody links. */
  waiting: number;
  waitingLong: number;
}

/** A head of some subgraph's chain, as another subgraph keeps it. */
export interface KeptHead extends AuditHead {
  subgraph: string;
}

/** Walks the chain of the database that `client` is connected to. @param anchors its heads that others keep. */
export async function inspectChain(client: ClientBase, anchors: readonly AuditHead[]): Promise<ChainState> {
  const { rows } = await client.query<{ waiting: number; waitingLong: number }>(
    `select count(*)::int as waiting, (count(*) filter (where at < clock_timestamp() - interval '1 minute'))::int as "waitingLong"
     from audit_entry where hash is null`,
  );
  const placeOf = (hash: string) => findPlace(client, hash);
  const inspection = await findBreak(readChain(client), placeOf, anchors);
  return { ...inspection, ...rows[0]! };
}

/** The heads that the database keeps for others. */
export async function readKeptHeads(client: ClientBase): Promise<KeptHead[]> {
  const { rows } = await client.query<KeptHead>('select subgraph, seq::float8 as seq, hash from audit_head');
  return rows;
}

async function* readChain(client: ClientBase): AsyncGenerator<LinkedEntry> {
  for (let after: LinkedEntry | null = null; ; ) {
    const page: LinkedEntry[] = await readPage(client, after);
    yield* page;
    if (page.length < pageSize) return;
    after = page.at(-1)!;
  }
}

async function readPage(client: ClientBase, after: LinkedEntry | null): Promise<LinkedEntry[]> {
  const { rows } = await client.query<LinkedEntry>({
    name: 'audit-page',
    text: `select ${entryColumns}, seq::float8 as seq, prev_hash as "prevHash", hash from audit_entry
           where (audit_entry.seq, audit_entry.id) > ($1, $2) order by audit_entry.seq, audit_entry.id limit ${pageSize}`,
    values: [after?.seq ?? 0, after?.id ?? 0],
  });
  return rows;
}

async function findPlace(client: ClientBase, hash: string): Promise<number | null> {
  const { rows } = await client.query<{ seq: number | null }>(
    'select min(seq)::float8 as seq from audit_entry where hash = $1',
    [hash],
  );
  return rows[0]?.seq ?? null;
}
