import assert from 'node:assert/strict';
import { type EventMessage } from '@souk/kit/contracts';
import type { Envelope } from '@souk/kit/messaging';
import { freePort, publishEvent, republish, startTestSubgraph, type TestSubgraph } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { startPayments } from '../src/app.js';
import type { PaymentsConfig } from '../src/config.js';
import { startTestStripe, type TestStripe } from './start-test-stripe.js';

export interface TestPayments extends TestSubgraph {
  stripe: TestStripe;
  /** Reads a row or rows as the application's role. */
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Publishes the next event of an order as orders would. */
  tell(orderId: string, message: EventMessage): Promise<Envelope>;
  tellAgain(envelope: Envelope): Promise<void>;
  /** What payments has published about an order, oldest first, without the subgraph's name and the version. */
  said(orderId: string): Promise<string[]>;
  /** The calls planned for an order's payment, oldest first. */
  attemptsFor(orderId: string): Promise<AttemptRow[]>;
  /** Throws unless every ledger transaction balances and the sums are those of Stripe's own ledger. */
  mustBalance(): Promise<void>;
}

export interface AttemptRow {
  id: string;
  operation: string;
  provider_key: string;
  state: string;
  tries: number;
}

/** Payments with a database, a broker and a Stripe of its own. */
export async function startTestPayments(more: Partial<PaymentsConfig> = {}): Promise<TestPayments> {
  const PORT = await freePort();
  const stripe = await startTestStripe(`http://127.0.0.1:${PORT}/webhooks/stripe`);
  const subgraph = await startTestSubgraph('payments', migrations, (config, logger) =>
    startPayments({ ...config, PORT, ...stripe.config, RECONCILIATION: 'off', ...more }, logger),
  );
  const { orm, nats } = subgraph.running.parts;
  const versions = new Map<string, number>();
  return {
    ...subgraph,
    stripe,
    ...readersOf((sql, parameters = []) => orm.em.fork().execute(sql, parameters), stripe),
    tell: (orderId, message) => {
      const version = (versions.get(orderId) ?? 0) + 1;
      versions.set(orderId, version);
      return publishEvent(nats, message, { aggregateId: orderId, version });
    },
    tellAgain: (envelope) => republish(nats, envelope),
    stop: async () => {
      await subgraph.stop();
      await stripe.stop();
    },
  };
}

type Readers = Pick<TestPayments, 'rows' | 'said' | 'attemptsFor' | 'mustBalance'>;

function readersOf(rows: TestPayments['rows'], stripe: TestStripe): Readers {
  return {
    rows,
    said: async (orderId) => {
      const sql = `select type from outbox where payload->>'orderId' = ? order by event_version`;
      const messages = await rows<{ type: string }>(sql, [orderId]);
      return messages.map(({ type }) => type.split('.')[2] ?? '');
    },
    attemptsFor: (orderId) =>
      rows<AttemptRow>(
        `select attempt.id, operation, provider_key, state, tries
         from payment_attempt attempt join payment on payment.id = payment_id where order_id = ? order by seq`,
        [orderId],
      ),
    mustBalance: async () => {
      const sums = await rows<LedgerSum>(ledgerSums);
      assert.ok(sums.every(({ imbalance }) => Number(imbalance) === 0));
      const amounts = sums.map(({ currency, movement, total }) => [`${currency} ${movement}`, Number(total)]);
      assert.deepEqual(Object.fromEntries(amounts), flatten(await stripe.totals()));
    },
  };
}

interface LedgerSum {
  currency: string;
  movement: string;
  total: string;
  imbalance: string;
}

const ledgerSums = `
select lower(currency) as currency, lower(movement) as movement, sum(debit_minor - credit_minor) as imbalance,
  sum(debit_minor) / case when movement = 'CAPTURED' then 2 else 1 end as total
from ledger_entry group by currency, movement`;

function flatten(totals: Awaited<ReturnType<TestStripe['totals']>>): Record<string, number> {
  const sums = Object.entries(totals).flatMap(([currency, amounts]) =>
    Object.entries(amounts).map(([movement, amount]) => [`${currency} ${movement}`, amount] as const),
  );
  return Object.fromEntries(sums.filter(([, amount]) => amount > 0));
}
