import { type EntityManager, inTransaction } from '../persistence/index.js';
import type { Worker } from '../server/worker.js';
import { type AuditEntry, type AuditHead, beginning, link } from './chain.js';
import { entryColumns } from './entry-columns.js';

const batchSize = 500;

/**
 * Links what was written since into the chain, oldest first. One at a time does: the one that gets the advisory lock, which
 * no other transaction takes, so that nothing that customers wait for ever waits for it. Returns how many were linked.
 */
export async function linkEntries(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ waits: boolean }[]>(
    'select exists (select from audit_entry where hash is null) as waits',
  );
  return row?.waits ? inTransaction(em, linkBatch) : 0;
}

async function linkBatch(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ elected: boolean }[]>(
    `select pg_try_advisory_xact_lock(hashtext('souk.audit-chain')) as elected`,
  );
  if (!row?.elected) return 0;
  const head = await findHead(em);
  const entries = await em.execute<AuditEntry[]>(
    `select ${entryColumns} from audit_entry where hash is null order by audit_entry.id limit ${batchSize}`,
  );
  const links = link(head, entries).map(({ id, seq, prevHash, hash }) => ({ id, seq, prev_hash: prevHash, hash }));
  await em.execute(
    `update audit_entry entry set seq = link.seq, prev_hash = link.prev_hash, hash = link.hash
     from jsonb_to_recordset(?::jsonb) as link (id bigint, seq bigint, prev_hash text, hash text)
     where entry.id = link.id`,
    [JSON.stringify(links)],
  );
  return links.length;
}

/** Where the chain ends now. */
export async function findHead(em: EntityManager): Promise<AuditHead> {
  const [head] = await em.execute<AuditHead[]>(
    'select seq::float8 as seq, hash from audit_entry where seq is not null order by audit_entry.seq desc limit 1',
  );
  return head ?? beginning;
}

/** Keeps the chain of a subgraph up with what happens, some seconds behind: one transaction then links what all of them wrote. */
export const linkAuditEntries: Worker = {
  name: 'audit-chain',
  everyMs: 3_000,
  run: async ({ em }) => (await linkEntries(em)) === batchSize,
};
