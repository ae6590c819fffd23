import { expect } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import { eventually } from '@souk/kit/testing';
import type { Difference } from '../src/domain/difference.js';
import type { RoundWindow } from '../src/domain/reconciliation-round.js';
import { createProviders } from '../src/providers/create-providers.js';
import { type Reconciliation, reconcile } from '../src/use-cases/reconcile.js';
import { anOrder, type TestOrder } from './builders/an-order.js';
import type { TestPayments } from './start-test-payments.js';

const hourMs = 3_600_000;

/** What a round says of one payment, each difference as `kind subject point: ours → theirs`. */
interface Found {
  repaired: string[];
  open: string[] | null;
}

/** Orders whose books are made to differ, and rounds that compare them. */
export interface ReconciliationDesk {
  /** By default the window reaches into the future, so that nothing is too young. */
  round(more?: Partial<RoundWindow & { isDryRun: boolean }>): Promise<Reconciliation>;
  /** Throws unless a round has nothing to say. */
  findsNothing(): Promise<void>;
  said(order: TestOrder, expected: string[]): Promise<void>;
  heldOrder(): Promise<TestOrder>;
  paidOrder(): Promise<TestOrder>;
  intentOf(order: TestOrder): Promise<string>;
  /** Does something at the provider of which no event ever tells. */
  inSilence(act: () => Promise<unknown>): Promise<void>;
}

export function found({ payments: different }: Reconciliation): Found[] {
  return different.map(({ repaired, open }) => ({ repaired: repaired.map(say), open: open?.map(say) ?? null }));
}

function say({ kind, subject, point, ours, theirs }: Difference): string {
  return `${kind} ${subject} ${point}: ${ours} → ${theirs}`;
}

export function aReconciliationDesk(payments: TestPayments): ReconciliationDesk {
  const said = (order: TestOrder, expected: string[]) =>
    eventually(async () => expect(await payments.said(order.id)).toEqual(expected));
  const round: ReconciliationDesk['round'] = (more = {}) => {
    const { from = new Date(Date.now() - hourMs), until = new Date(Date.now() + hourMs), isDryRun = false } = more;
    const { orm, now } = payments.running.parts;
    const providers = createProviders(payments.stripe.config);
    const logger = createLogger('payments', 'silent');
    const work = { em: orm.em.fork(), providers, now, logger, isDryRun, stillHere: async () => {} };
    return reconcile(work, { from, until });
  };
  const heldOrder = async () => {
    const order = anOrder(payments);
    await order.requestPayment();
    await said(order, ['authorized']);
    return order;
  };
  return {
    round,
    said,
    heldOrder,
    findsNothing: async () => {
      const again = await round();
      expect(found(again)).toEqual([]);
      expect(again.counts).toMatchObject({ repaired: 0, putOff: 0, reported: 0, stillOpen: 0 });
    },
    paidOrder: async () => {
      const order = await heldOrder();
      await order.confirm();
      await said(order, ['authorized', 'captured']);
      return order;
    },
    intentOf: async (order) => (await payments.stripe.ledgerOf(order.id))[0]!.paymentIntent,
    inSilence: async (act) => {
      await payments.stripe.break({ dropWebhooks: true });
      await act();
      await payments.stripe.heal();
    },
  };
}
