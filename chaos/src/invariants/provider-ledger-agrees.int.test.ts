import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { writeOrder } from '../../test/orders.js';
import { OutsideWorld } from '../../test/outside-world.js';
import { aggregate, TestShop } from '../../test/test-shop.js';
import { providerLedgerAgrees } from './provider-ledger-agrees.js';

let shop: TestShop;
let outside: OutsideWorld;
let paid: string;
let cancelled: string;

beforeAll(async () => {
  [shop, outside] = await Promise.all([TestShop.open('payments', 'orders'), OutsideWorld.open()]);
  // The database itself refuses what is looked for here.
  await shop.execute('payments', 'alter table ledger_entry disable trigger user');
  await shop.execute('payments', 'drop index ledger_entry_once_per_payment');
}, 60_000);
afterAll(async () => {
  await shop.close();
  await outside.close();
});
beforeEach(async () => {
  await shop.execute('payments', 'truncate payment cascade');
  await shop.execute('orders', 'truncate orders cascade');
  outside.intents = [];
  paid = await writeOrder(shop, { history: ['PENDING', 'CONFIRMED', 'PAID'], totalMinor: 500 });
  cancelled = await writeOrder(shop, { history: ['PENDING', 'CONFIRMED', 'PAID', 'CANCELLED'], totalMinor: 300 });
  await pay(paid, { authorized: 500, captured: 500, refunded: 100 });
  await pay(cancelled, { authorized: 300, captured: 300, refunded: 300 });
});

type Sums = { authorized: number; captured?: number; released?: number; refunded?: number };

/** A payment, its ledger and what the provider knows of it, all saying the same. */
async function pay(orderId: string, sums: Sums) {
  const { authorized, captured = 0, released = 0, refunded = 0 } = sums;
  const id = newId();
  await shop.insert('payments', 'payment', {
    ...aggregate(id),
    order_id: orderId,
    customer_id: newId(),
    status: 'CAPTURED',
    provider: 'stripe',
    payment_token: 'pm_card_visa',
    provider_reference: `pi_${id}`,
    is_open: false,
    currency: 'EUR',
    amount_minor: authorized,
    authorized_minor: authorized,
    released_minor: released,
    captured_minor: captured,
    refunded_minor: refunded,
    refunding_minor: 0,
    pay_by: new Date(),
    requested_at: new Date(),
  });
  await book(id, 'AUTHORIZED', 'PROVIDER_HOLDS', 'CUSTOMER_HOLDS', authorized);
  await book(id, 'CAPTURED', 'PROVIDER_BALANCE', 'CUSTOMER_PAYMENTS', captured);
  await book(id, 'REFUNDED', 'CUSTOMER_PAYMENTS', 'PROVIDER_BALANCE', refunded);
  outside.intents.push({
    paymentIntent: `pi_${id}`,
    status: 'succeeded',
    currency: 'eur',
    metadata: { orderId },
    authorized,
    captured,
    released,
    refunded,
  });
}

async function book(...[paymentId, movement, debit, credit, amount]: [string, string, string, string, number]) {
  if (amount === 0) return;
  const entry = { transaction_id: newId(), payment_id: paymentId, movement, currency: 'EUR', occurred_at: new Date() };
  await shop.insert('payments', 'ledger_entry', { ...entry, account: debit, debit_minor: amount, credit_minor: 0 });
  await shop.insert('payments', 'ledger_entry', { ...entry, account: credit, debit_minor: 0, credit_minor: amount });
}

async function findings() {
  return providerLedgerAgrees.check(shop.scene({ world: { stripeEmulatorUrl: outside.url } }));
}

function intentOf(orderId: string) {
  return outside.intents.find((intent) => (intent as { metadata: { orderId: string } }).metadata.orderId === orderId)!;
}

test('books that agree hold, and say how much was looked at', async () => {
  const { breaches, looked } = await findings();
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ payments: 2, intents: 2, orders: 2 });
});

test.each<[string, string, () => unknown]>([
  [
    'money the provider took and we do not know of',
    'something else than we do',
    () => Object.assign(intentOf(paid), { captured: 600 }),
  ],
  [
    'money we say was given back and was not',
    'something else than we do',
    () => Object.assign(intentOf(paid), { refunded: 0 }),
  ],
  [
    'a payment that is not its ledger',
    'not what its ledger says',
    () => shop.execute('payments', 'update payment set refunded_minor = 99 where captured_minor = 500'),
  ],
  [
    'a transaction that does not balance',
    'does not balance',
    () =>
      shop.execute(
        'payments',
        `update ledger_entry set debit_minor = 501 where debit_minor = 500 and movement = 'CAPTURED'`,
      ),
  ],
  [
    'money that our books took twice',
    'captured the same money twice',
    async () => {
      const [row] = await shop.books.rows<{ id: string }>(
        'payments',
        'select id from payment where captured_minor = 500',
      );
      await book(row!.id, 'CAPTURED', 'PROVIDER_BALANCE', 'CUSTOMER_PAYMENTS', 500);
    },
  ],
  [
    'a second intent that took the money as well',
    'was paid for twice',
    () => outside.intents.push({ ...intentOf(paid), paymentIntent: 'pi_2' }),
  ],
  [
    'an intent that nobody here asked for',
    'nobody here knows of',
    () => outside.intents.push({ ...intentOf(paid), metadata: { orderId: newId() } }),
  ],
  [
    "a cancelled order that keeps the customer's money",
    "keeps the customer's money",
    () => Object.assign(intentOf(cancelled), { refunded: 200 }),
  ],
  [
    'a paid order for which too little was taken',
    'was taken of 500',
    () =>
      shop
        .execute('orders', 'update orders set total_minor = 500, subtotal_minor = 500')
        .then(() => Object.assign(intentOf(paid), { captured: 400 })),
  ],
  [
    'a refund that nobody finishes',
    'has not come to its end',
    () => shop.execute('payments', 'update payment set refunding_minor = 1 where captured_minor = 500'),
  ],
])('%s is found', async (_what, sentence, happen) => {
  await happen();
  const { breaches } = await findings();
  expect(breaches.map((breach) => breach.sentence)).toContainEqual(expect.stringContaining(sentence));
});

test('a decline leaves an intent without money, and nothing to complain of', async () => {
  outside.intents.push({ ...intentOf(paid), metadata: { orderId: newId() }, authorized: 0, captured: 0, refunded: 0 });
  expect((await findings()).breaches).toEqual([]);
});
