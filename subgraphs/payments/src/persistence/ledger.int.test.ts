import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { eventually } from '@souk/kit/testing';
import { anOrder } from '../../test/builders/an-order.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';

let payments: TestPayments;
let paymentId: string;

beforeAll(async () => {
  payments = await startTestPayments();
  const order = anOrder(payments);
  await order.requestPayment();
  await order.confirm();
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['authorized', 'captured']));
  const [row] = await payments.rows<{ id: string }>('select id from payment');
  paymentId = row!.id;
}, 60_000);
afterAll(() => payments.stop());

const insert = `insert into ledger_entry
  (transaction_id, payment_id, movement, account, debit_minor, credit_minor, currency, occurred_at)
  values (?, ?, ?, ?, ?, ?, 'EUR', now())`;

test.each(['update ledger_entry set debit_minor = 1', 'delete from ledger_entry', 'truncate ledger_entry'])(
  'what stands in the ledger stays there: "%s" is not allowed',
  async (sql) => {
    await expect(payments.rows(sql)).rejects.toThrow(/permission denied/);
  },
);

test('a transaction whose debits are not its credits cannot be written', async () => {
  await expect(payments.rows(insert, [newId(), paymentId, 'REFUNDED', 'CUSTOMER_PAYMENTS', 100, 0])).rejects.toThrow(
    /does not balance/,
  );
});

test('the money of a payment cannot be taken a second time', async () => {
  await expect(payments.rows(insert, [newId(), paymentId, 'CAPTURED', 'PROVIDER_BALANCE', 100, 0])).rejects.toThrow(
    /ledger_entry_once_per_payment/,
  );
});

test.each([
  ['given back than was taken', 'refunded_minor = captured_minor + 1'],
  ['promised back than was taken', 'refunding_minor = captured_minor + 1'],
  ['taken than was held', 'captured_minor = authorized_minor + 1'],
  ['held than was asked for', 'authorized_minor = amount_minor + 1'],
])('no more can be %s', async (_rule, change) => {
  await expect(payments.rows(`update payment set ${change}`)).rejects.toThrow(/check constraint/);
});
