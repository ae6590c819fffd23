import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import { createOrm, type Orm } from '@souk/kit/persistence';
import { createTestDatabase, type TestDatabase } from '@souk/kit/testing';
import { migrations } from '../../migrations/migrations.js';
import { type OurReference, ourPayments, ourRefunds } from './find-for-reconciliation.js';
import { schemas } from './schemas.js';

const window = { from: new Date('2026-03-01T00:00:00Z'), until: new Date('2026-03-02T00:00:00Z') };
let database: TestDatabase;
let orm: Orm;

beforeAll(async () => {
  database = await createTestDatabase('payments', migrations);
  const logger = createLogger('payments', 'error');
  orm = await createOrm({ databaseUrl: database.url, schemas, subscribers: [], logger });
  await orm.em.fork().execute(`
    with times (number, at) as (values (1, '2026-02-28 23:59:59'), (2, '2026-03-01'), (3, '2026-03-01 12:00'),
      (4, '2026-03-01 12:00'), (5, '2026-03-01 12:00'), (6, '2026-03-01 13:00:00.123456'), (7, '2026-03-02')),
    made as (
      insert into payment (id, order_id, customer_id, status, provider, payment_token, provider_reference, is_open,
        currency, amount_minor, authorized_minor, released_minor, captured_minor, refunded_minor, refunding_minor,
        pay_by, requested_at)
      select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'REFUNDED', 'stripe', 'pm', 'pi_' || number,
        false, 'EUR', 1, 1, 0, 1, 1, 0, now(), at::timestamptz from times returning id, provider_reference, requested_at
    )
    insert into refund (id, payment_id, amount_minor, currency, requested_at, status, provider_reference, settled_at)
    select gen_random_uuid(), id, 1, 'EUR', requested_at, 'SUCCEEDED', replace(provider_reference, 'pi', 're'),
      requested_at from made`);
}, 60_000);
afterAll(async () => {
  await orm.close();
  await database.drop();
});

async function sizesAndNames(pages: AsyncIterable<OurReference[]>): Promise<{ sizes: number[]; names: string[] }> {
  const [sizes, names]: [number[], string[]] = [[], []];
  for await (const page of pages) {
    sizes.push(page.length);
    names.push(...page.map(({ paymentReference, reference }) => `${paymentReference} ${reference}`));
  }
  return { sizes, names: names.sort() };
}

test.each([1, 2, 5])('our payments and refunds of a window come once each, %d at a time', async (size) => {
  const sizes = Array.from({ length: Math.ceil(5 / size) }, (_, index) => Math.min(size, 5 - index * size));
  const numbers = [2, 3, 4, 5, 6];
  expect(await sizesAndNames(ourPayments(orm.em.fork(), 'stripe', window, size))).toEqual({
    sizes,
    names: numbers.map((number) => `pi_${number} pi_${number}`),
  });
  expect(await sizesAndNames(ourRefunds(orm.em.fork(), 'stripe', window, size))).toEqual({
    sizes,
    names: numbers.map((number) => `pi_${number} re_${number}`),
  });
});

test('those of another provider are not among them', async () => {
  expect(await sizesAndNames(ourPayments(orm.em.fork(), 'paypal', window))).toEqual({ sizes: [], names: [] });
});
