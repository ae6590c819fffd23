import { type Answer, type Ask, answerTo } from '../asking/index.js';
import type { KeepAuditHead, Question } from '../contracts/index.js';
import { PublicError } from '../domain/index.js';
import type { EntityManager } from '../persistence/index.js';
import type { Worker, WorkerContext } from '../server/worker.js';
import type { AuditHead } from './chain.js';
import { findHead } from './link-entries.js';

/** Asks another subgraph to keep a head. */
export type AuditHeadKeeper = Question<KeepAuditHead, { keptAt: string }>;

/** Answers for a subgraph that keeps others' heads. */
export function answerKeepAuditHead(question: AuditHeadKeeper): Answer {
  return answerTo(question, async (head, { em }) => ({ keptAt: await keep(em, head) }));
}

/** Has the head of this subgraph's chain kept by another one, and tells the log, once an hour in which it moved. */
export function handOverAuditHead(subgraph: string, keeper: AuditHeadKeeper): Worker {
  return {
    name: 'audit-head',
    everyMs: 10_000,
    run: async (context) => {
      const head = await findDueHead(context.em, subgraph);
      if (head) await handOver({ subgraph, ...head }, keeper, context);
      return false;
    },
  };
}

async function handOver(
  head: KeepAuditHead,
  keeper: AuditHeadKeeper,
  { em, ask, logger }: WorkerContext,
): Promise<void> {
  const isKept = await isKeptBy(keeper, head, ask);
  if (!isKept) return logger.warn(head, `${keeper.owner} does not keep the audit head; it is asked again.`);
  await keep(em, head);
  logger.info(head, `Audit head, kept by ${keeper.owner}.`);
}

async function isKeptBy(keeper: AuditHeadKeeper, head: KeepAuditHead, ask: Ask): Promise<boolean> {
  try {
    await ask(keeper, head);
    return true;
  } catch (error) {
    if (error instanceof PublicError) return false;
    throw error;
  }
}

/** The head, when it has moved since the last one that was handed over, and that was an hour ago; by the database's clock. */
async function findDueHead(em: EntityManager, subgraph: string): Promise<AuditHead | null> {
  const head = await findHead(em);
  const [row] = await em.execute<{ due: boolean }[]>(
    `select coalesce(max(kept_at) < clock_timestamp() - interval '1 hour' and max(seq) < ?::bigint, ?::bigint > 0) as due
     from audit_head where subgraph = ?`,
    [head.seq, head.seq, subgraph],
  );
  return row?.due ? head : null;
}

async function keep(em: EntityManager, { subgraph, seq, hash }: KeepAuditHead): Promise<string> {
  await em.execute('insert into audit_head (subgraph, seq, hash) values (?, ?, ?) on conflict do nothing', [
    subgraph,
    seq,
    hash,
  ]);
  const [row] = await em.execute<{ kept_at: string }[]>(
    'select kept_at from audit_head where subgraph = ? and seq = ? and hash = ?',
    [subgraph, seq, hash],
  );
  return new Date(row!.kept_at).toISOString();
}
