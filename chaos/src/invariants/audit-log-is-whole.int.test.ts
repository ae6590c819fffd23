import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { writeOrder } from '../../test/orders.js';
import { TestShop } from '../../test/test-shop.js';
import { auditLogIsWhole } from './audit-log-is-whole.js';

let shop: TestShop;
let orderId: string;

beforeAll(async () => {
  shop = await TestShop.open('orders', 'payments');
  await shop.execute('orders', 'alter table audit_entry disable trigger user');
}, 60_000);
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.execute('orders', 'truncate orders, audit_entry cascade');
  orderId = await writeOrder(shop, { history: ['PENDING'] });
});

async function sentences() {
  return (await auditLogIsWhole.check(shop.scene())).breaches.map(({ sentence }) => sentence);
}

test('a log with one entry for each change holds', async () => {
  const { breaches, looked } = await auditLogIsWhole.check(shop.scene());
  expect(breaches).toEqual([]);
  expect(looked).toEqual({ chains: 2, entries: expect.any(Number), 'status changes': 1, 'movements of money': 0 });
});

test('a change without an entry is found', async () => {
  await shop.execute('orders', 'delete from audit_entry');
  expect(await sentences()).toContain(`The audit log has 0 entries for 1 events of order ${orderId}.`);
});

test('an entry that nobody links is found', async () => {
  await shop.execute('orders', `update audit_entry set at = now() - interval '1 hour'`);
  expect(await sentences()).toEqual(['1 audit entries of orders are not linked.']);
});

test('a chain whose entry was changed is found', async () => {
  await shop.execute('orders', `update audit_entry set seq = 1, prev_hash = repeat('0', 64), hash = repeat('1', 64)`);
  expect(await sentences()).toEqual([expect.stringMatching(/^The audit chain of orders is broken at 1: /)]);
});
