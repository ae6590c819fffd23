import { expect, test } from '@jest/globals';
import { takeRecordedEvents } from '@souk/kit/domain';
import { aBuyer, anAddress, anOrder, occurrence, placedAt } from '../../test/builders/order.js';
import { aQuote } from '../../test/builders/quote.js';
import { OrderSchema } from '../persistence/order.schema.js';
import { compareRecords } from './compare-records.js';
import { foldOrder } from './fold-order.js';
import { Order } from './order.js';
import type { NumberedOrderEvent } from './order-record.js';
import { keptEventOf, recordOf } from './record-order.js';

function aConfirmedOrder() {
  const payment = { provider: 'STRIPE', token: 'pm_1' } as const;
  const parts = { orderNumber: 'S-1', buyer: aBuyer(), quote: aQuote(), shippingAddress: anAddress(), payment };
  const order = Order.place(parts, placedAt);
  order.confirm(occurrence);
  const events = takeRecordedEvents(order).map((event, index) => ({
    ...keptEventOf(event as never, order),
    version: index + 1,
  }));
  order.eventCount = events.length;
  return { order, history: order.takeHistory(), events: events as NumberedOrderEvent[] };
}

test('the events of an order make the order', () => {
  const { order, history, events } = aConfirmedOrder();
  expect(foldOrder(order.id, events)).toEqual(recordOf(order, history));
});

test('an event that is missing is missed, wherever it stood', () => {
  const { order, events } = aConfirmedOrder();
  for (const missing of events.slice(0, -1)) {
    const rest = events.filter((event) => event !== missing);
    expect(() => foldOrder(order.id, rest)).toThrow(`number ${missing.version} is missing`);
  }
  const { differences } = {
    differences: compareRecords(recordOf(order, []), foldOrder(order.id, events.slice(0, -1))),
  };
  expect(differences.map(({ column }) => column)).toContain('eventCount');
});

test('what was never placed is no order', () => {
  expect(() => foldOrder('an-id', [])).toThrow('it was never placed');
});

test('an order that is older than its events begins with how it was then', () => {
  const { order, history, events } = aConfirmedOrder();
  const before = recordOf(order, history);
  order.pay(occurrence);
  const later = takeRecordedEvents(order).map((event, index) => ({
    ...keptEventOf(event as never, order),
    version: events.length + index + 1,
  })) as NumberedOrderEvent[];
  order.eventCount += later.length;
  const carried = { type: 'OrderCarriedOver', data: before, version: events.length } as const;
  const folded = foldOrder(order.id, [carried, ...later]);
  expect(compareRecords(recordOf(order, [...history, ...order.takeHistory()]), folded)).toEqual([]);
  expect(folded.status).toBe('PAID');
});

test('every column of an order is compared, or held by reference, or the mapper’s own', () => {
  const byReference = ['contactEmail', 'shippingAddress', 'payment'];
  const compared = Object.keys(recordOf(anOrder().build(), []));
  const columns = Object.keys(OrderSchema.init().meta.properties);
  expect(columns.filter((column) => !compared.includes(column)).sort()).toEqual([...byReference, 'version'].sort());
});

test('values are the same whatever the order of their keys, and nothing else is', () => {
  const { order, history } = aConfirmedOrder();
  const stored = recordOf(order, history);
  const [line] = stored.lines;
  const reversed = Object.fromEntries(Object.entries(line!).reverse()) as unknown as typeof line;
  expect(compareRecords(stored, { ...stored, lines: [reversed!] })).toEqual([]);
  expect(compareRecords(stored, { ...stored, lines: [] })).toMatchObject([{ column: 'lines', folded: [] }]);
  expect(
    compareRecords(stored, { ...stored, cancellation: { code: 'BY_STAFF', message: '', lines: [] } }),
  ).toMatchObject([{ column: 'cancellation', stored: null }]);
});
