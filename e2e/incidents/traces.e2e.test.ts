import { beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import { eventually } from '@souk/kit/testing';
import { goodsInStock } from '../src/goods.js';
import { type ReceivedSpan, receivedSpans } from '../src/received-spans.js';
import { buy, changesUntil } from '../src/shopping.js';
import { aCustomer, existing, theManager } from '../src/visitors.js';

let manager: ShopClient;

beforeAll(async () => {
  manager = await theManager();
});

/** The trace of the newest payment that orders heard of. */
function newestCheckout(spans: ReceivedSpan[]): ReceivedSpan[] {
  const heard = spans.filter(
    ({ service, name }) => service === 'orders' && name === 'handle payments.payment.captured.v1',
  );
  return spans.filter(({ traceId }) => traceId === existing(heard.at(-1)).traceId);
}

test('one trace leads from the request that placed an order through the events to the payment', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  const orderId = await buy(customer, goods.variantId);
  await changesUntil(customer, orderId, ({ status }) => status === 'PAID');
  await eventually(async () => {
    const trace = newestCheckout(await receivedSpans());
    const services = new Set(trace.map(({ service }) => service));
    expect([...services]).toEqual(expect.arrayContaining(['router', 'orders', 'cart', 'inventory', 'payments']));
    const known = new Set(trace.map(({ spanId }) => spanId));
    const roots = trace.filter(({ parentSpanId }) => !known.has(parentSpanId ?? ''));
    expect(roots.map(({ service }) => service)).toEqual(['router']);
  }, 20_000);
}, 60_000);
