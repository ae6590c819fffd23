import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import { eventually } from '@souk/kit/testing';
import { anOrder } from '../../test/builders/an-order.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';
import { beginDueRound, beginRoundByHand, completeRound, keepRound } from '../persistence/reconciliation-rounds.js';
import { createProviders } from '../providers/create-providers.js';
import { reconcilePayments } from './reconcile-payments.js';

interface RoundRow {
  kind: string;
  outcome: string | null;
  reach: string;
}

const nothing = { paymentsCompared: 0, refundsCompared: 0, repaired: 0, putOff: 0, reported: 0, stillOpen: 0 };
let payments: TestPayments;
let lines: { code?: string; level: number }[] = [];

beforeAll(async () => {
  payments = await startTestPayments();
}, 60_000);
beforeEach(async () => {
  lines = [];
  await payments.rows('delete from reconciliation_round');
});
afterAll(() => payments.stop());

function em() {
  return payments.running.parts.orm.em.fork();
}

async function runWorker(): Promise<void> {
  const logger = createLogger('payments', 'info', { write: (line) => void lines.push(JSON.parse(line)) });
  const { now, ask } = payments.running.parts;
  await reconcilePayments(createProviders(payments.stripe.config)).run({ em: em(), now, ask, logger });
}

/** `reach`: how far back the window began, in hours. */
function rounds(): Promise<RoundRow[]> {
  return payments.rows(
    `select kind, outcome, round(extract(epoch from started_at - window_from) / 3600) as reach
     from reconciliation_round order by started_at, id`,
  );
}

async function hasEnded(kind: string, ago: string): Promise<void> {
  await payments.rows(
    `update reconciliation_round set ended_at = now() - ?::interval, window_until = now() - ?::interval where kind = ?`,
    [ago, ago, kind],
  );
}

test('a round is due a quarter of an hour after the last one, a longer one once a day, whoever asks', async () => {
  await runWorker();
  await runWorker();
  expect(await rounds()).toMatchObject([
    { kind: 'DAILY', outcome: 'COMPLETED', reach: '72' },
    { kind: 'RECENT', outcome: 'COMPLETED', reach: '72' },
  ]);
  await hasEnded('RECENT', '16 minutes');
  await runWorker();
  expect(await rounds()).toMatchObject([{}, {}, { kind: 'RECENT', outcome: 'COMPLETED', reach: '1' }]);
  await hasEnded('RECENT', '5 minutes');
  await hasEnded('DAILY', '25 hours');
  await runWorker();
  expect(await rounds()).toMatchObject([{}, {}, {}, { kind: 'DAILY', outcome: 'COMPLETED', reach: '72' }]);
});

test('a shop that was closed for a week begins where it stopped, an hour earlier', async () => {
  await runWorker();
  await hasEnded('RECENT', '168 hours');
  await hasEnded('DAILY', '168 hours');
  await runWorker();
  expect((await rounds()).slice(2)).toMatchObject([
    { kind: 'DAILY', reach: '169' },
    { kind: 'RECENT', reach: '169' },
  ]);
});

test('of many processes one begins a round, and nobody begins another while it lasts', async () => {
  const began = await Promise.all(Array.from({ length: 6 }, () => beginDueRound(em(), 'RECENT')));
  expect(began.filter((round) => round !== null)).toHaveLength(1);
  expect(await beginDueRound(em(), 'DAILY')).toBeNull();
  expect(await beginRoundByHand(em(), new Date(0))).toBeNull();
});

test('a process that died leaves its round to another, and cannot end it any more', async () => {
  const dead = await beginDueRound(em(), 'RECENT');
  await payments.rows(`update reconciliation_round set lease_until = now() - interval '1 second'`);
  const next = await beginRoundByHand(em(), new Date(0));
  expect(next).not.toBeNull();
  await expect(keepRound(em(), dead!.id)).rejects.toThrow('taken over');
  await expect(completeRound(em(), dead!.id, nothing)).rejects.toThrow('taken over');
  await completeRound(em(), next!.id, nothing);
  expect(await rounds()).toMatchObject([{ outcome: 'ABANDONED' }, { kind: 'BY_HAND', outcome: 'COMPLETED' }]);
});

test('a provider that cannot be read fails the round, which is begun anew after a minute', async () => {
  await payments.stripe.break({ failNext: { status: 503, times: 1 } });
  await expect(runWorker()).rejects.toThrow('did not say');
  expect(lines).toContainEqual(expect.objectContaining({ code: 'RECONCILIATION_FAILED', level: 50 }));
  expect(await beginDueRound(em(), 'DAILY')).toBeNull();
  await hasEnded('DAILY', '61 seconds');
  await runWorker();
  expect(await rounds()).toMatchObject([
    { kind: 'DAILY', outcome: 'FAILED' },
    { kind: 'DAILY', outcome: 'COMPLETED' },
    { kind: 'RECENT', outcome: 'COMPLETED' },
  ]);
});

test('what is found is counted, and what is not explained raises an alarm, once', async () => {
  const order = anOrder(payments);
  await order.requestPayment();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized']));
  const paymentReference = 'pi_gone';
  await payments.rows(
    `update payment set provider_reference = ?, requested_at = now() - interval '1 hour' where order_id = ?`,
    [paymentReference, order.id],
  );
  await payments.rows(
    `insert into reconciliation_difference
       (id, provider, payment_reference, subject, kind, reference, point, status)
     values (gen_random_uuid(), 'stripe', ?, 'PAYMENT', 'STATE_DIFFERS', ?, 'status', 'OPEN')`,
    [paymentReference, paymentReference],
  );
  await runWorker();
  const alarms = lines.filter(({ code }) => code === 'RECONCILIATION_DIFFERENCE');
  expect(alarms).toMatchObject([{ level: 50, kind: 'MISSING_THERE', paymentReference }]);
  const differences = await payments.rows('select kind, status from reconciliation_difference order by kind');
  expect(differences).toEqual([
    { kind: 'MISSING_THERE', status: 'OPEN' },
    { kind: 'STATE_DIFFERS', status: 'GONE' },
  ]);
  expect(lines).toContainEqual(
    expect.objectContaining({ code: 'RECONCILIATION_ROUND', kind: 'DAILY', level: 40, reported: 1, stillOpen: 1 }),
  );
  const [row] = await payments.rows(`select reported, still_open from reconciliation_round where kind = 'DAILY'`);
  expect(row).toEqual({ reported: 1, still_open: 1 });
});
