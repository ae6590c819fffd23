import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import { eventually } from '@souk/kit/testing';
import { goodsInStock } from '../src/goods.js';
import { buy, changesUntil } from '../src/shopping.js';
import { TraceReceiver } from '../src/trace-receiver.js';
import { aCustomer, theManager } from '../src/visitors.js';

const receiver = new TraceReceiver();
let manager: ShopClient;

beforeAll(async () => {
  await receiver.start();
  manager = await theManager();
});
afterAll(() => receiver.stop());

test('one trace leads from the request that placed an order through the events to the payment', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const orderId = await buy(customer, goods.variantId);
  await changesUntil(customer, orderId, ({ status }) => status === 'PAID');
  await eventually(() => {
    const paid = receiver.spans.find(
      ({ service, name }) => service === 'orders' && name === 'handle payments.payment.captured.v1',
    );
    const trace = receiver.spans.filter(({ traceId }) => traceId === paid?.traceId);
    const services = new Set(trace.map(({ service }) => service));
    expect([...services]).toEqual(expect.arrayContaining(['router', 'orders', 'cart', 'inventory', 'payments']));
    const known = new Set(trace.map(({ spanId }) => spanId));
    const roots = trace.filter(({ parentSpanId }) => !known.has(parentSpanId));
    expect(roots.map(({ service }) => service)).toEqual(['router']);
  }, 20_000);
}, 60_000);
