import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { createTestDatabase, type TestDatabase } from '@souk/kit/testing';
import pg from 'pg';
import { migrations as inventoryMigrations } from '../../../subgraphs/inventory/migrations/migrations.js';
import { migrations as paymentsMigrations } from '../../../subgraphs/payments/migrations/migrations.js';
import { countImbalances } from './count-imbalances.js';

let inventory: TestDatabase;
let payments: TestDatabase;
let stock: pg.Client;
let money: pg.Client;

beforeAll(async () => {
  inventory = await createTestDatabase('inventory', inventoryMigrations);
  payments = await createTestDatabase('payments', paymentsMigrations);
  [stock, money] = [inventory, payments].map(({ ownerUrl }) => new pg.Client({ connectionString: ownerUrl })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([stock.connect(), money.connect()]);
  // The database itself refuses what is looked for here.
  await money.query('alter table ledger_entry drop constraint ledger_entry_payment_id_fkey');
  await money.query('alter table ledger_entry disable trigger user');
}, 60_000);
afterAll(async () => {
  await Promise.all([stock.end(), money.end()]);
  await Promise.all([inventory.drop(), payments.drop()]);
});

const [variant, warehouse] = [newId(), newId()];

/** Ten units came, two were sold, three are held for orders, one of them from the pool of three; the released and the shipped ones hold nothing. */
beforeEach(async () => {
  await money.query('truncate ledger_entry');
  await book({ debit: 100, credit: 100 });
  await stock.query(
    'truncate warehouse, variant, stock_level, stock_movement, reservation, reservation_line, stock_unit',
  );
  await stock.query(`insert into warehouse (id, code, name, priority) values ($1, 'BER', 'Berlin', 1)`, [warehouse]);
  await stock.query(`insert into variant (id, sku) values ($1, 'MUG')`, [variant]);
  await stock.query(
    'insert into stock_level (id, variant_id, warehouse_id, on_hand, reserved) values ($1, $2, $3, 8, 2)',
    [newId(), variant, warehouse],
  );
  await stock.query('insert into stock_unit select $1, $2, number, $3 from generate_series(1, 1) number', [
    variant,
    warehouse,
    newId(),
  ]);
  await stock.query('insert into stock_unit select $1, $2, number from generate_series(2, 3) number', [
    variant,
    warehouse,
  ]);
  await move('RECEIVED', 10, 10);
  await move('SOLD', -2, 8);
  await reserve('HELD', 1);
  await reserve('CONFIRMED', 2);
  await reserve('RELEASED', 4);
  await reserve('SHIPPED', 2);
});

async function book({ debit, credit, currency = 'EUR' }: { debit: number; credit: number; currency?: string }) {
  const insert = `insert into ledger_entry
      (transaction_id, payment_id, movement, account, debit_minor, credit_minor, currency, occurred_at)
    values ($1, $2, 'RELEASED', 'PROVIDER_HOLDS', $3, 0, 'EUR', now()),
      ($1, $2, 'RELEASED', 'CUSTOMER_HOLDS', 0, $4, $5, now())`;
  await money.query(insert, [newId(), newId(), debit, credit, currency]);
}

async function move(kind: string, quantity: number, after: number) {
  await stock.query(
    `insert into stock_movement (id, variant_id, warehouse_id, kind, quantity, on_hand_after, cause, occurred_at)
     values ($1, $2, $3, $4, $5, $6, $7, now())`,
    [newId(), variant, warehouse, kind, quantity, after, newId()],
  );
}

async function reserve(status: string, quantity: number, of = variant) {
  const id = newId();
  await stock.query('insert into reservation (id, order_id, status, expires_at) values ($1, $2, $3, now())', [
    id,
    newId(),
    status,
  ]);
  await stock.query(
    'insert into reservation_line (reservation_id, variant_id, warehouse_id, quantity) values ($1, $2, $3, $4)',
    [id, of, warehouse, quantity],
  );
}

function imbalances() {
  return countImbalances({ databases: { inventory: inventory.url, payments: payments.url } });
}

test('books that add up have no imbalance', async () => {
  expect(await imbalances()).toBe(0);
});

test.each<[string, () => Promise<unknown>]>([
  ['a ledger that gave more than it took', () => book({ debit: 100, credit: 99 })],
  ['a ledger that mixes currencies', () => book({ debit: 100, credit: 100, currency: 'USD' })],
  ['a movement that did not reach the shelf', () => move('RECEIVED', 1, 9)],
  ['a shelf that changed by itself', () => stock.query('update stock_level set on_hand = 9')],
  ['something held that is not reserved', () => reserve('HELD', 1)],
  ['something reserved that nobody holds', () => stock.query('update stock_level set reserved = 4')],
  ['a unit taken that nobody holds', () => stock.query(`update stock_unit set reservation_id = '${newId()}'`)],
  ['a pool that is not as large as it is said to be', () => stock.query('update stock_level set pooled = 4')],
  ['something held that lies nowhere', () => reserve('CONFIRMED', 1, newId())],
])('%s is found', async (_what, happen) => {
  await happen();
  expect(await imbalances()).toBeGreaterThan(0);
});
