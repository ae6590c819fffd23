import { expect, test } from '@jest/globals';
import { takeRecordedEvents } from '@souk/kit/domain';
import { aBuyer, anAddress, anOrder, occurrence, placedAt, typesRecordedBy } from '../../test/builders/order.js';
import { aFreeQuote, aQuote } from '../../test/builders/quote.js';
import { InvalidStateTransitionError } from './order.errors.js';
import { Order } from './order.js';
import { type OrderStatus, orderStatuses, orderTransitions } from './order-status.js';

const cancellation = { code: 'BY_STAFF', message: 'No.', lines: [] } as const;

/** What moves an order into each status. */
const moves: Record<Exclude<OrderStatus, 'PENDING'>, (order: Order) => void> = {
  CONFIRMED: (order) => order.confirm(occurrence),
  PAID: (order) => order.pay(occurrence),
  SHIPPED: (order) => order.ship(occurrence),
  DELIVERED: (order) => order.deliver(occurrence),
  COMPLETED: (order) => order.complete(occurrence),
  CANCELLED: (order) => order.cancel(cancellation, occurrence),
};
const targets = Object.keys(moves) as (keyof typeof moves)[];
const pairs = orderStatuses.flatMap((from) => targets.map((to) => ({ from, to })));
const isAllowed = ({ from, to }: (typeof pairs)[number]) => orderTransitions[from].includes(to);

test('the way of an order is one table', () => {
  expect(pairs.filter(isAllowed).map(({ from, to }) => `${from} → ${to}`)).toEqual([
    'PENDING → CONFIRMED',
    'PENDING → CANCELLED',
    'CONFIRMED → PAID',
    'CONFIRMED → CANCELLED',
    'PAID → SHIPPED',
    'PAID → CANCELLED',
    'SHIPPED → DELIVERED',
    'DELIVERED → COMPLETED',
  ]);
});

test.each(pairs.filter(isAllowed))('an order that is $from becomes $to, and its history says so', ({ from, to }) => {
  const order = anOrder().in(from).build();
  const { sequence } = order;
  moves[to](order);
  expect(order.status).toBe(to);
  expect(order.takeHistory()).toMatchObject([{ orderId: order.id, sequence: sequence + 1, from, to, ...occurrence }]);
  expect(typesRecordedBy(order)).toEqual(['OrderStatusChanged', `Order${to.charAt(0)}${to.slice(1).toLowerCase()}`]);
});

test.each(pairs.filter((pair) => !isAllowed(pair)))('an order that is $from never becomes $to', ({ from, to }) => {
  const order = anOrder().in(from).build();
  expect(() => moves[to](order)).toThrow(InvalidStateTransitionError);
  expect(order.status).toBe(from);
  expect([order.takeHistory(), takeRecordedEvents(order)]).toEqual([[], []]);
});

test('an order begins PENDING, with the first row of its history and the prices of its quote', () => {
  const quote = aQuote();
  const buyer = aBuyer({ isGuest: true, contactEmail: 'guest@example.com' });
  const payment = { provider: 'STRIPE', token: 'pm_card_visa' } as const;
  const order = Order.place({ orderNumber: 'S-1', buyer, quote, shippingAddress: anAddress(), payment }, placedAt);
  expect(order).toMatchObject({ status: 'PENDING', subtotalMinor: 2_000, shippingMinor: 490, taxMinor: 397, ...buyer });
  expect(order.total.toJSON()).toEqual(quote.total);
  expect(order.lines).toMatchObject([{ sku: 'MUG-BLUE', quantity: 2, unitPriceMinor: 1_000, lineTotalMinor: 2_000 }]);
  expect(order.takeHistory()).toMatchObject([{ sequence: 1, from: null, to: 'PENDING', at: placedAt }]);
  expect(typesRecordedBy(order)).toEqual(['OrderStatusChanged', 'OrderPlaced']);
});

test('an order that costs nothing keeps no payment, whatever was chosen, and asks for none', () => {
  const draft = { orderNumber: 'S-1', buyer: aBuyer(), quote: aFreeQuote(), shippingAddress: anAddress() };
  for (const payment of [null, { provider: 'STRIPE', token: 'pm_card_visa' } as const]) {
    const order = Order.place({ ...draft, payment }, placedAt);
    expect(order).toMatchObject({ isFree: true, payment: null, totalMinor: 0 });
    expect(() => order.requestPayment(placedAt)).toThrow(InvalidStateTransitionError);
  }
});

test('an order that costs something is not placed without a payment', () => {
  const draft = { orderNumber: 'S-1', buyer: aBuyer(), quote: aQuote(), shippingAddress: anAddress(), payment: null };
  const refusal = { code: 'PAYMENT_REQUIRED', path: ['input', 'payment'] };
  expect(() => Order.place(draft, placedAt)).toThrow(expect.objectContaining(refusal));
});

test('the rows of the history are handed out once', () => {
  const order = anOrder().build();
  order.confirm(occurrence);
  expect([order.takeHistory().length, order.takeHistory().length]).toEqual([1, 0]);
});

test.each(orderStatuses)('money and stock are asked for while an order is PENDING, not when it is %s', (status) => {
  const order = anOrder().in(status).build();
  const ask = () => {
    order.requestPayment(placedAt);
    order.requestConfirmation();
  };
  if (status !== 'PENDING') return expect(ask).toThrow(InvalidStateTransitionError);
  ask();
  expect(typesRecordedBy(order)).toEqual(['OrderPaymentRequested', 'OrderConfirmationRequested']);
});

test('a cancellation is told again with the number of the attempt, and only when there is one', () => {
  const order = anOrder().build();
  expect(() => order.repeatCancellation(2)).toThrow(InvalidStateTransitionError);
  order.cancel(cancellation, occurrence);
  order.repeatCancellation(2);
  const told = takeRecordedEvents(order).filter(({ type }) => type === 'OrderCancelled');
  expect(told).toMatchObject([
    { attempt: 1, cancellation },
    { attempt: 2, cancellation },
  ]);
});
