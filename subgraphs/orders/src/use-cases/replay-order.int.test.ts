import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import fc from 'fast-check';
import { aBuyer, anAddress } from '../../test/builders/order.js';
import { aFreeQuote, aQuote } from '../../test/builders/quote.js';
import { type OrderTables, openOrderTables } from '../../test/order-tables.js';
import { type CancellationCode, cancellationCodes } from '../domain/cancellation.js';
import { Order } from '../domain/order.js';
import { newOrderNumber } from '../domain/order-number.js';
import { type OrderStatus, orderTransitions } from '../domain/order-status.js';
import { isFaithful } from './replay-order.js';

let tables: OrderTables;

beforeAll(async () => {
  tables = await openOrderTables();
}, 60_000);
afterAll(() => tables.close());

interface Draft {
  isFree: boolean;
  isGuest: boolean;
  locale: string;
  countryCode: string;
  placedAt: Date;
}

function place({ isFree, isGuest, locale, countryCode, placedAt }: Draft): Order {
  return Order.place(
    {
      orderNumber: newOrderNumber(),
      buyer: aBuyer({ isGuest, locale, contactEmail: 'a.customer@example.org' }),
      quote: isFree ? aFreeQuote() : aQuote(),
      shippingAddress: anAddress({
        countryCode,
        name: 'Amelie Kundin',
        postalCode: 'K1A 0B1',
        phone: '+49 30 1234567890',
      }),
      payment: { provider: 'STRIPE', token: 'pm_secret' },
    },
    placedAt,
  );
}

/** One choice of a walk: the how many-th of what is allowed then, when, and why. */
interface Choice {
  index: number;
  at: Date;
  causeEventId: string | null;
  code: CancellationCode;
  available: number;
  /** Whether it shares its transaction with the next one. */
  isTogether: boolean;
}

/** Everything that an order lets happen to it next, changes of status and mere messages. */
function allowed({ status, cancellation, isFree }: Order): ((order: Order, choice: Choice) => void)[] {
  const messages: ((order: Order, choice: Choice) => void)[] = [];
  if (status === 'PENDING') messages.push((order) => order.requestConfirmation());
  if (status === 'PENDING' && !isFree) messages.push((order, { at }) => order.requestPayment(at));
  if (cancellation) messages.push((order, { index }) => order.repeatCancellation(index + 2));
  return [...orderTransitions[status].map((next) => moves[next]), ...messages];
}

const moves: Record<OrderStatus, (order: Order, choice: Choice) => void> = {
  PENDING: () => undefined,
  CONFIRMED: (order, choice) => order.confirm(choice),
  PAID: (order, choice) => order.pay(choice),
  SHIPPED: (order, choice) => order.ship(choice),
  DELIVERED: (order, choice) => order.deliver(choice),
  COMPLETED: (order, choice) => order.complete(choice),
  CANCELLED: (order, choice) => {
    const lines = [{ variantId: newId(), requested: choice.available + 1, available: choice.available }];
    order.cancel({ code: choice.code, message: 'It was not to be: "…"', lines }, choice);
  },
};

const time = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
const draft = fc.record<Draft>({
  isFree: fc.boolean(),
  isGuest: fc.boolean(),
  locale: fc.constantFrom('en', 'de-AT'),
  countryCode: fc.constantFrom('DE', 'FR'),
  placedAt: time,
});
const choice = fc.record<Choice>({
  index: fc.nat(5),
  at: time,
  causeEventId: fc.option(fc.uuid({ version: 7 })),
  code: fc.constantFrom(...cancellationCodes),
  available: fc.nat(3),
  isTogether: fc.boolean(),
});

async function walk(id: string, choices: readonly Choice[]): Promise<void> {
  let steps: ((order: Order) => void)[] = [];
  for (const one of choices) {
    steps.push((order) => {
      const open = allowed(order);
      open[one.index % open.length]?.(order, one);
    });
    if (one.isTogether) continue;
    await tables.change(id, ...steps);
    steps = [];
  }
  await tables.change(id, ...steps);
}

test('whatever way an order goes, its events alone make exactly its row and its history', async () => {
  await fc.assert(
    fc.asyncProperty(draft, fc.array(choice, { maxLength: 9, size: 'max' }), async (what, choices) => {
      const order = place(what);
      await tables.save(order);
      await walk(order.id, choices);
      const replay = await tables.replay(order.id);
      expect(replay).toMatchObject({ problem: null, differences: [] });
      const [row] = await tables.query<{ event_count: number }>('select event_count from orders where id = ?', [
        order.id,
      ]);
      expect(replay.events.map(({ version }) => version)).toEqual(
        Array.from({ length: row!.event_count }, (_, index) => index + 1),
      );
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('every published message has its kept event, under the same number', async () => {
  const unkept = await tables.query(
    `select outbox.type from outbox left join order_event on order_id = aggregate_id and version = event_version
     where order_id is null`,
  );
  expect(unkept).toEqual([]);
});

test('nothing is kept of who a customer is beyond their id, and no token of a payment', async () => {
  const [row] = await tables.query<{ count: number }>('select count(*)::int as count from order_event');
  expect(row!.count).toBeGreaterThan(60);
  for (const personal of ['a.customer@example.org', 'Amelie', 'Main Street', 'K1A 0B1', '1234567890', 'pm_secret']) {
    expect(await tables.query('select 1 from order_event where data::text like ?', [`%${personal}%`])).toEqual([]);
  }
});

test.each([
  ['total_minor = total_minor + 1', ['totalMinor']],
  ['shipping_method_name = ?', ['shippingMethodName']],
  [`lines = jsonb_set(lines, '{0,quantity}', '7')`, ['lines']],
  [`placed_at = placed_at + interval '1 ms'`, ['placedAt']],
])('a row in which somebody wrote %s is told from its events', async (change, columns) => {
  const draftOfDay = { isFree: false, isGuest: false, locale: 'en', countryCode: 'DE', placedAt: new Date() };
  const order = place(draftOfDay);
  await tables.save(order);
  await tables.query(`update orders set ${change} where id = ?`, [
    ...(change.includes('?') ? ['Drone'] : []),
    order.id,
  ]);
  const replay = await tables.replay(order.id);
  expect(replay.differences.map(({ column }) => column)).toEqual(columns);
  expect(isFaithful(replay)).toBe(false);
});

test('an order that is not saved leaves no event', async () => {
  const order = place({ isFree: false, isGuest: false, locale: 'en', countryCode: 'DE', placedAt: new Date() });
  const twice = place({ isFree: false, isGuest: false, locale: 'en', countryCode: 'DE', placedAt: new Date() });
  await tables.save(order);
  Object.assign(twice, { quoteId: order.quoteId });
  await expect(tables.save(twice)).rejects.toThrow('orders_live_quote');
  expect(await tables.query('select 1 from order_event where order_id = ?', [twice.id])).toEqual([]);
});

test.each(['update order_event set version = 9', 'delete from order_event', 'truncate order_event'])(
  'the application cannot "%s"',
  async (statement) => {
    await expect(tables.query(statement)).rejects.toThrow('permission denied');
  },
);
