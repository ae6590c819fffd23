import { beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import { SignOutDocument, WatchOrderDocument } from '@souk/schema/generated/graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { config } from '../src/config.js';
import { goodsInStock } from '../src/goods.js';
import { buy, changesUntil, type StatusChange } from '../src/shopping.js';
import { aCustomer, theManager, type Visitor } from '../src/visitors.js';

let manager: ShopClient;

beforeAll(async () => {
  manager = await theManager();
});

async function anOrder(): Promise<{ customer: Visitor; orderId: string }> {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  return { customer, orderId: await buy(customer, goods.variantId) };
}

test.concurrent('who leaves and comes back with the last number misses nothing and hears nothing twice', async () => {
  const { customer, orderId } = await anOrder();
  const heard: number[] = [];
  for (let last = 0; last < 5; ) {
    const [change] = await changesUntil(customer, orderId, () => true, last);
    heard.push(change?.sequence ?? 0);
    last = change?.sequence ?? 5;
    await customer.shop.close();
  }
  expect(heard).toEqual([1, 2, 3, 4, 5]);
}, 60_000);

test('many who watch one order all hear everything', async () => {
  const { customer, orderId } = await anOrder();
  const watching = Array.from({ length: 10 }, () => changesUntil(customer, orderId, ({ status }) => status === 'PAID'));
  const heard = (await Promise.all(watching)).map((changes) => changes.map(({ sequence }) => sequence));
  expect(heard).toEqual(Array(10).fill([1, 2, 3]));
});

test('the same comes over server-sent events', async () => {
  const { customer, orderId } = await anOrder();
  const response = await fetch(config.SOUK_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${customer.shop.accessToken}`,
    },
    body: JSON.stringify({ query: WatchOrderDocument.toString(), variables: { orderId, afterSequence: 0 } }),
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const heard: StatusChange[] = [];
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.+)$/m.exec(event)?.[1];
      if (event.includes('event: next') && data) heard.push(JSON.parse(data).data.orderStatusChanged);
    }
    if (heard.at(-1)?.status === 'PAID') break;
  }
  expect(heard.map(({ sequence, order }) => [sequence, order.id])).toEqual(
    [1, 2, 3].map((sequence) => [sequence, orderId]),
  );
}, 60_000);

test('a socket whose session ends is closed', async () => {
  const { customer } = await anOrder();
  const closed = new Promise<number>((resolve) => {
    const client = createClient({
      url: config.SOUK_URL.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      lazy: false,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${customer.shop.accessToken}` },
      onNonLazyError: () => undefined,
      on: {
        connected: () => void customer.shop.run(SignOutDocument, {}),
        closed: (event) => {
          resolve((event as CloseEvent).code);
          void client.dispose();
        },
      },
    });
  });
  expect(await closed).toBe(4403);
  const { status } = await customer.shop.send(SignOutDocument, {});
  expect(status).toBe(401);
}, 30_000);
