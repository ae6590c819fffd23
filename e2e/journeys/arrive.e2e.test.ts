import { beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import { eventually } from '@souk/kit/testing';
import { CartContentsDocument } from '@souk/schema/generated/graphql';
import { goodsInStock } from '../src/goods.js';
import { subjectsTo } from '../src/mail.js';
import { playDemo } from '../src/play-demo.js';
import { providerEntriesOf } from '../src/provider-ledger.js';
import { buy, changesUntil, orderOf } from '../src/shopping.js';
import { aCustomer, theManager } from '../src/visitors.js';

// Parcels take their time, so everybody who waits for one waits side by side.
let manager: ShopClient;

beforeAll(async () => {
  manager = await theManager();
});

test.concurrent('a customer buys, and watches the order arrive with fields of five subgraphs', async () => {
  const [customer, goods] = [await aCustomer(), await goodsInStock(manager, 5)];
  const orderId = await buy(customer, goods.variantId, { quantity: 2 });
  const changes = await changesUntil(customer, orderId, ({ status }) => status === 'COMPLETED');
  expect(changes.map(({ status }) => status)).toEqual([
    'PENDING',
    'CONFIRMED',
    'PAID',
    'SHIPPED',
    'DELIVERED',
    'COMPLETED',
  ]);
  expect(changes.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(changes.at(-1)?.order).toMatchObject({
    lines: [{ quantity: 2, variant: { product: { slug: goods.slug }, availability: { available: 3 } } }],
    payment: { status: 'CAPTURED' },
    shipments: [{ status: 'DELIVERED', trackingNumber: expect.any(String) }],
  });
  const order = await orderOf(customer, orderId);
  expect(order.payment?.capturedAmount.amountMinor).toBe(order.total.amountMinor);
  expect(await providerEntriesOf(orderId)).toMatchObject([{ captured: order.total.amountMinor, refunded: 0 }]);
  const { cart } = await customer.shop.run(CartContentsDocument, {});
  expect(cart?.lines).toEqual([]);
  await eventually(async () => expect((await subjectsTo(customer.email)).length).toBeGreaterThanOrEqual(4));
}, 90_000);

const inTheCart = ['searched', 'found', 'cart', 'quote', 'ordered'];
const allTheWay = ['pending', 'confirmed', 'paid', 'shipped', 'delivered', 'completed'];

test.concurrent.each([
  {
    way: 'a customer buys and gets a parcel',
    options: [],
    steps: ['registered', ...inTheCart, ...allTheWay],
    end: /^#6 .* · payment CAPTURED · parcel \S+ DELIVERED$/,
  },
  {
    way: 'a guest comes back through the link in the mail',
    options: ['--guest'],
    steps: ['guest', ...inTheCart, 'mail', 'by link', ...allTheWay],
    end: /^#6 .* · payment CAPTURED · parcel \S+ DELIVERED$/,
  },
  {
    way: 'a card is declined',
    options: ['--decline'],
    steps: ['registered', ...inTheCart, 'pending', 'cancelled'],
    end: /^#2 .* · payment FAILED: .* · PAYMENT_DECLINED: \w.*\.$/,
  },
  {
    way: 'two are wanted and one is left',
    options: ['--sold-out'],
    steps: ['registered', 'found', 'cart', 'quote', 'ordered', 'pending', 'cancelled'],
    end: /^#2 .* · OUT_OF_STOCK: \w.*\.$/,
  },
  {
    way: 'the customer cancels once it is paid',
    options: ['--cancel'],
    steps: ['registered', ...inTheCart, 'pending', 'confirmed', 'paid', 'cancelling', 'cancelled', 'money back'],
    end: /^payment REFUNDED, €\d+\.\d\d given back$/,
  },
])(
  'the demo, when $way, tells every step and ends well',
  async ({ options, steps, end }) => {
    const run = await playDemo(...options);
    expect(run).toMatchObject({ exitCode: 0, complaint: '' });
    expect(run.steps.map(({ what }) => what)).toEqual(steps);
    expect(run.steps.at(-1)?.detail).toMatch(end);
  },
  90_000,
);
