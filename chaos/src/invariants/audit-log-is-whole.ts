import { type ChainReport, verifyChains } from '@souk/auditor/verify-chains';
import type { Books } from './books.js';
import type { Breach, Invariant } from './invariant.js';

interface Tally {
  id: string;
  entries: number;
  happened: number;
}

const statusChanges = `
select id, (select count(*)::int from audit_entry where subject = 'order:' || orders.id) as entries,
  (select count(*)::int from order_status_history where order_id = orders.id) as happened
from orders`;

const movements = `
select id,
  (select count(*)::int from audit_entry where subject = 'payment:' || payment.id and action like 'money.%') as entries,
  (select count(distinct transaction_id)::int from ledger_entry where payment_id = payment.id) as happened
from payment`;

/** Audit: the chains are as they were linked, and each change of an order and each movement of money stands in them once. */
export const auditLogIsWhole: Invariant = {
  id: 'I11',
  holds: 'Every audit chain verifies, with one entry for each status change and each movement of money.',
  check: async ({ books, world }) => {
    const [chains, orders, payments] = await Promise.all([
      verifyChains(world.databases, books.subgraphs),
      tallyOf(books, 'orders', statusChanges),
      tallyOf(books, 'payments', movements),
    ]);
    return {
      looked: {
        chains: chains.length,
        entries: chains.reduce((sum, { entries }) => sum + entries, 0),
        'status changes': total(orders),
        'movements of money': total(payments),
      },
      breaches: [
        ...chains.flatMap(judgeChain),
        ...orders.flatMap((tally) => judgeTally('order', tally)),
        ...payments.flatMap((tally) => judgeTally('payment', tally)),
      ],
    };
  },
};

function tallyOf(books: Books, subgraph: string, query: string): Promise<Tally[]> {
  return books.rows<Tally>(subgraph, query);
}

function total(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { happened }) => sum + happened, 0);
}

function judgeChain(chain: ChainReport): Breach[] {
  const { subgraph, waitingLong } = chain;
  const broken = chain.break && `The audit chain of ${subgraph} is broken at ${chain.break.seq}: ${chain.break.fault}.`;
  const forgotten = waitingLong > 0 && `${waitingLong} audit entries of ${subgraph} are not linked.`;
  return [broken, forgotten].flatMap((sentence) => (sentence ? [{ sentence, evidence: chain }] : []));
}

function judgeTally(what: string, tally: Tally): Breach[] {
  const { id, entries, happened } = tally;
  if (entries === happened) return [];
  return [
    { sentence: `The audit log has ${entries} entries for ${happened} events of ${what} ${id}.`, evidence: tally },
  ];
}
