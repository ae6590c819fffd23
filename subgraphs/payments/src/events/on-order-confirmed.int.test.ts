import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { aCustomer, eventually } from '@souk/kit/testing';
import { anOrder } from '../../test/builders/an-order.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';

let payments: TestPayments;

beforeAll(async () => {
  payments = await startTestPayments();
}, 60_000);
afterAll(() => payments.stop());

const paymentOf = `query ($id: ID!) {
  _entities(representations: [{ __typename: "Order", id: $id }]) { ... on Order { payment { id } } }
}`;

async function isHandled(eventId: string): Promise<void> {
  await eventually(async () => {
    expect(await payments.rows('select 1 from inbox where event_id = ?', [eventId])).toHaveLength(1);
  });
}

test('an order that is free is confirmed and cancelled, each twice, and nothing is taken, held or waited for', async () => {
  const order = anOrder(payments);
  const confirmed = await order.confirm(0);
  await payments.tellAgain(confirmed);
  await isHandled(confirmed.id);
  const cancelled = await order.cancel(1);
  await payments.tellAgain(cancelled);
  await isHandled((await order.cancel(2)).id);
  expect(await payments.said(order.id)).toEqual([]);
  expect(await payments.attemptsFor(order.id)).toEqual([]);
  expect(await payments.stripe.ledgerOf(order.id)).toEqual([]);
  expect(await payments.rows('select * from dead_letter')).toEqual([]);
  const { data } = await payments.send(aCustomer(order.customerId), paymentOf, { id: order.id });
  expect(data._entities).toEqual([{ payment: null }]);
});
