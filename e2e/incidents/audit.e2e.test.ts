import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import { eventually } from '@souk/kit/testing';
import { CancelOrderDocument } from '@souk/schema/generated/graphql';
import { asOwnerOf, entriesAbout, verifyAuditLog } from '../src/audit-log.js';
import { type Goods, goodsInStock } from '../src/goods.js';
import { buy, changesUntil } from '../src/shopping.js';
import { aCustomer, theManager, type Visitor } from '../src/visitors.js';

let manager: ShopClient;
let customer: Visitor;
let goods: Goods;
let orderId: string;

beforeAll(async () => {
  manager = await theManager();
  [customer, goods] = [await aCustomer(), await goodsInStock(manager, 1)];
  orderId = await buy(customer, goods.variantId);
  await changesUntil(customer, orderId, ({ status }) => status === 'PAID');
  await customer.shop.run(CancelOrderDocument, { input: { orderId, idempotencyKey: randomUUID() } });
  await changesUntil(customer, orderId, ({ status }) => status === 'CANCELLED');
}, 90_000);

test('each status of an order is in the log, with who brought it about', async () => {
  expect(await entriesAbout('orders', `order:${orderId}`)).toEqual([
    { action: 'order.pending', actor: `customer:${customer.id}` },
    { action: 'order.confirmed', actor: 'event:inventory.reservation.confirmed.v1' },
    { action: 'order.paid', actor: 'event:payments.payment.captured.v1' },
    // The parcel that was stopped may be heard of before the customer's own request comes to its end.
    {
      action: 'order.cancelled',
      actor: expect.stringMatching(/^(customer:.*|event:shipping\.shipment\.cancelled\.v1)$/),
    },
  ]);
});

test('each movement of its money is in the log, and the refund that was asked for', async () => {
  const paymentId = await asOwnerOf('payments', async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from payment where order_id = $1', [orderId]);
    return rows[0]!.id;
  });
  await eventually(async () => {
    const actions = (await entriesAbout('payments', `payment:${paymentId}`)).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('money.'))).toEqual([
      'money.authorized',
      'money.captured',
      'money.refunded',
    ]);
    expect(actions.filter((action) => action.startsWith('payment.'))).toEqual(
      expect.arrayContaining(['payment.requested', 'payment.authorized', 'payment.captured', 'payment.refunded']),
    );
  });
});

test('what staff put on sale is in the log, with their id; the stock that came with it too', async () => {
  const [product] = await entriesAbout('catalog', `product:${goods.productId}`);
  const [price] = await entriesAbout('catalog', `variant:${goods.variantId}`);
  const [stock] = await entriesAbout('inventory', `variant:${goods.variantId}`);
  expect(product).toMatchObject({ action: 'product.created', actor: expect.stringMatching(/^staff:/) });
  expect(price).toEqual({ action: 'price.created', actor: product!.actor });
  expect(stock).toEqual({ action: 'stock.received', actor: 'event:catalog.product.created.v1' });
});

test('who signs in is in the log', async () => {
  expect(await entriesAbout('accounts', `customer:${customer.id}`)).toEqual(
    expect.arrayContaining([expect.objectContaining({ action: 'session.opened' })]),
  );
});

test('nothing was done on nobody knows whose account', async () => {
  for (const subgraph of ['orders', 'payments', 'inventory', 'shipping', 'catalog']) {
    const unknown = await asOwnerOf(subgraph, async (client) => {
      const { rows } = await client.query(
        `select * from audit_entry where actor = 'system' or actor like 'database:%'`,
      );
      return rows;
    });
    expect([subgraph, unknown]).toEqual([subgraph, []]);
  }
});

test('every chain is whole, and its head is kept by another subgraph', async () => {
  await eventually(async () => {
    const { exitCode, reports } = await verifyAuditLog();
    expect(exitCode).toBe(0);
    expect(reports).toHaveLength(8);
    const used = reports.filter(({ entries }) => entries > 0);
    expect(used.map(({ subgraph }) => subgraph)).toEqual(
      expect.arrayContaining(['accounts', 'catalog', 'orders', 'payments']),
    );
    for (const { subgraph, keepers } of used)
      expect([subgraph, keepers]).toEqual([subgraph, [expect.not.stringMatching(subgraph)]]);
  }, 30_000);
}, 60_000);

test('an entry that somebody changed is found and named, in that chain only', async () => {
  const changeActor = (actor: string) =>
    asOwnerOf('catalog', async (client) => {
      await client.query('begin; alter table audit_entry disable trigger user');
      const { rows } = await client.query<{ before: string }>(
        'update audit_entry set actor = $1 from audit_entry old where old.seq = 1 and audit_entry.seq = 1 returning old.actor as before',
        [actor],
      );
      await client.query('alter table audit_entry enable trigger user; commit');
      return rows[0]!.before;
    });
  const actor = await changeActor('staff:somebody-else');
  try {
    const { exitCode, reports } = await verifyAuditLog('--subgraph', 'catalog');
    expect(exitCode).toBe(1);
    expect(reports).toMatchObject([{ subgraph: 'catalog', isWhole: false, break: { seq: 1, fault: 'changed' } }]);
    expect((await verifyAuditLog('--subgraph', 'orders')).exitCode).toBe(0);
  } finally {
    await changeActor(actor);
  }
  expect((await verifyAuditLog('--subgraph', 'catalog')).exitCode).toBe(0);
});
