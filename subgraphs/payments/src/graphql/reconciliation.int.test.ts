import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous } from '@souk/kit/identity';
import { aCustomer, aStaffMember } from '@souk/kit/testing';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';
import type { Difference } from '../domain/difference.js';
import { keepDifferences } from '../persistence/reconciliation-differences.js';

const query = `query ($status: ReconciliationDifferenceStatus, $first: Int, $after: String) {
  reconciliationDifferences(status: $status, first: $first, after: $after) {
    nodes { provider paymentReference payment { id } subject kind reference point ours theirs status foundAt endedAt }
    pageInfo { hasNextPage endCursor }
  }
}`;
const admin = aStaffMember(newId(), ['payments:reconcile', 'payments:read']);
const state: Difference = {
  kind: 'STATE_DIFFERS',
  subject: 'PAYMENT',
  reference: 'pi_1',
  point: 'status',
  ours: 'AUTHORIZED',
  theirs: 'CAPTURED',
};
let payments: TestPayments;

beforeAll(async () => {
  payments = await startTestPayments();
  const keep = (paymentReference: string, findings: { repaired: Difference[]; open: Difference[] }) =>
    keepDifferences(
      payments.running.parts.orm.em.fork(),
      { provider: 'stripe', paymentReference, paymentId: null },
      findings,
    );
  await keep('pi_1', { repaired: [state], open: [] });
  await keep('pi_2', { repaired: [], open: [{ ...state, reference: 'pi_2' }] });
}, 60_000);
afterAll(() => payments.stop());

test('an admin sees what was found, newest first and page by page', async () => {
  const first = await payments.send(admin, query, { first: 1 });
  expect(first.data.reconciliationDifferences).toEqual({
    nodes: [
      {
        ...{ provider: 'STRIPE', paymentReference: 'pi_2', payment: null, ...state, reference: 'pi_2' },
        ...{ status: 'OPEN', foundAt: expect.any(String), endedAt: null },
      },
    ],
    pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
  });
  const { endCursor } = first.data.reconciliationDifferences.pageInfo;
  const second = await payments.send(admin, query, { first: 1, after: endCursor });
  expect(second.data.reconciliationDifferences).toMatchObject({
    nodes: [{ paymentReference: 'pi_1', status: 'REPAIRED', endedAt: expect.any(String) }],
    pageInfo: { hasNextPage: false },
  });
});

test('an admin sees only what is open, when only that is asked for', async () => {
  const { data } = await payments.send(admin, query, { status: 'OPEN' });
  expect(data.reconciliationDifferences.nodes).toMatchObject([{ paymentReference: 'pi_2' }]);
});

test.each([
  ['other staff', aStaffMember(newId(), ['payments:read', 'payments:refund']), 'FORBIDDEN'],
  ['a customer', aCustomer(newId()), 'FORBIDDEN'],
  ['who has no token', anonymous, 'UNAUTHENTICATED'],
])('%s sees nothing', async (_who, caller, code) => {
  const { data, errors } = await payments.send(caller, query);
  expect(data?.reconciliationDifferences ?? null).toBeNull();
  expect(errors?.[0]?.extensions.code).toBe(code);
});
