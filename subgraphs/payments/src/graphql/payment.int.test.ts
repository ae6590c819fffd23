import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous, type Caller } from '@souk/kit/identity';
import { aCustomer, aGuest, aStaffMember, eventually } from '@souk/kit/testing';
import { anOrder, type TestOrder } from '../../test/builders/an-order.js';
import { startTestPayments, type TestPayments } from '../../test/start-test-payments.js';

let payments: TestPayments;
let order: TestOrder;
let paymentId: string;

beforeAll(async () => {
  payments = await startTestPayments();
  order = anOrder(payments);
  await order.requestPayment({ paymentToken: 'pm_card_authenticationRequired' });
  await eventually(async () => expect(await payments.said(order.id)).toEqual(['action-required']));
  const [row] = await payments.rows<{ id: string }>('select id from payment where order_id = ?', [order.id]);
  paymentId = row!.id;
}, 60_000);
afterAll(() => payments.stop());

const fields = `id order { id } status amount { amountMinor currency formatted } authorizedAmount { amountMinor }
  capturedAmount { amountMinor } refundedAmount { amountMinor } provider failure { code message }
  nextAction { clientSecret redirectUrl } refunds { id } createdAt`;
const byId = `query ($id: ID!) { payment(id: $id) { ${fields} } }`;
const asEntity = `query ($id: ID!) { _entities(representations: [{ __typename: "Payment", id: $id }]) { ... on Payment { id } } }`;
const ofOrder = `query ($id: ID!) {
  _entities(representations: [{ __typename: "Order", id: $id }]) { ... on Order { payment { id status } } }
}`;

function anOrderLink(orderId: string): Caller {
  return { kind: 'order-link', orderId, roles: ['GUEST'], scopes: [] };
}

test('whose order it is sees everything, and what to do next', async () => {
  const { data } = await payments.send(aCustomer(order.customerId), byId, { id: paymentId });
  expect(data.payment).toEqual({
    id: paymentId,
    order: { id: order.id },
    status: 'ACTION_REQUIRED',
    amount: { amountMinor: 4_200, currency: 'EUR', formatted: '€42.00' },
    authorizedAmount: { amountMinor: 0 },
    capturedAmount: { amountMinor: 0 },
    refundedAmount: { amountMinor: 0 },
    provider: 'STRIPE',
    failure: null,
    nextAction: { clientSecret: expect.stringContaining('_secret_'), redirectUrl: expect.stringContaining('http') },
    refunds: [],
    createdAt: expect.any(String),
  });
});

test.each([
  ['the customer', () => aCustomer(order.customerId), true],
  ['the guest', () => aGuest(order.customerId), true],
  ['a customer who was that guest', () => aCustomer(newId(), { guestId: order.customerId }), true],
  ['who holds the link to the order', () => anOrderLink(order.id), true],
  ['staff that may read payments', () => aStaffMember(newId(), ['payments:read']), true],
  ['another customer', () => aCustomer(newId()), false],
  ['who holds the link to another order', () => anOrderLink(newId()), false],
  ['staff that may not read payments', () => aStaffMember(newId(), ['orders:read']), false],
])(
  '%s sees the payment or finds nothing: by its id, as an entity, and through the order',
  async (_who, caller, sees) => {
    const answers = await Promise.all([
      payments.send(caller(), byId, { id: paymentId }),
      payments.send(caller(), asEntity, { id: paymentId }),
      payments.send(caller(), ofOrder, { id: order.id }),
    ]);
    const found = [answers[0].data.payment, answers[1].data._entities[0], answers[2].data._entities[0].payment];
    expect(found.map((payment) => payment?.id ?? null)).toEqual(Array(3).fill(sees ? paymentId : null));
    for (const { errors } of answers) expect(errors).toBeUndefined();
  },
);

test('without a token nothing is seen, whatever way leads there', async () => {
  const root = await payments.send(anonymous, byId, { id: paymentId });
  const entity = await payments.send(anonymous, asEntity, { id: paymentId });
  const field = await payments.send(anonymous, ofOrder, { id: order.id });
  expect(root.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect(field.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect([root.data.payment, entity.data._entities[0], field.data._entities[0].payment]).toEqual([null, null, null]);
});

test('a payment that is not there is null, as is that of an order that was never paid for', async () => {
  const caller = aCustomer(order.customerId);
  expect((await payments.send(caller, byId, { id: newId() })).data.payment).toBeNull();
  expect((await payments.send(caller, ofOrder, { id: newId() })).data._entities).toEqual([{ payment: null }]);
});

test('a reference that has not the form of an id leads to nothing', async () => {
  const caller = aCustomer(order.customerId);
  expect((await payments.send(caller, asEntity, { id: 'pi_1' })).data._entities).toEqual([null]);
  expect((await payments.send(caller, ofOrder, { id: "' or 1=1" })).data._entities).toEqual([{ payment: null }]);
});

test.each(['', '1', 'pi_1', "' or 1=1"])('the id "%s" is refused', async (id) => {
  const { errors } = await payments.send(aCustomer(order.customerId), byId, { id });
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('without the assertion of the router nothing is answered, entities included', async () => {
  for (const query of [byId, asEntity, ofOrder]) {
    const response = await fetch(`${payments.running.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { id: paymentId } }),
    });
    expect(response.status).toBe(401);
  }
});

test('a failed payment says why', async () => {
  const failed = anOrder(payments);
  await failed.requestPayment({ paymentToken: 'pm_card_visa_chargeDeclined' });
  await eventually(async () => expect(await payments.said(failed.id)).toEqual(['failed']));
  const query = `query ($id: ID!) {
    _entities(representations: [{ __typename: "Order", id: $id }]) {
      ... on Order { payment { status failure { code message } nextAction { clientSecret } } }
    }
  }`;
  const { data } = await payments.send(aCustomer(failed.customerId), query, { id: failed.id });
  expect(data._entities).toEqual([
    {
      payment: {
        status: 'FAILED',
        failure: { code: 'PAYMENT_DECLINED', message: 'Your card was declined.' },
        nextAction: null,
      },
    },
  ]);
});
