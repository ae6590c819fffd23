import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { anonymous, type Caller } from '@souk/kit/identity';
import { aCustomer, aGuest, type TestSubgraph } from '@souk/kit/testing';
import { startTestAccounts } from '../../test/start-test-accounts.js';

let accounts: TestSubgraph;
let customer: Caller;
let stranger: Caller;

beforeAll(async () => {
  accounts = await startTestAccounts();
  [customer, stranger] = await Promise.all([aRegisteredCustomer(), aRegisteredCustomer()]);
}, 60_000);
afterAll(() => accounts.stop());

async function aRegisteredCustomer(): Promise<Caller> {
  const register = 'mutation ($input: RegisterInput!) { register(input: $input) { customerId } }';
  const input = { email: `${newId()}@example.com`, password: 'correct horse', name: 'A Customer' };
  const { data } = await accounts.send(anonymous, register, { input });
  return aCustomer(data.register.customerId);
}

const anAddress = (more: object = {}) => ({
  name: 'A Customer',
  line1: 'Long Street 1',
  city: 'Berlin',
  postalCode: '10115',
  countryCode: 'DE',
  ...more,
});
const add =
  'mutation ($input: AddAddressInput!) { addAddress(input: $input) { address { id city } userErrors { code path } } }';
const change =
  'mutation ($input: ChangeAddressInput!) { changeAddress(input: $input) { address { id city } userErrors { code } } }';
const remove =
  'mutation ($input: RemoveAddressInput!) { removeAddress(input: $input) { removedAddressId userErrors { code } } }';
const book = '{ me { addresses { id city } } }';

async function addedAddress(): Promise<string> {
  const { data } = await accounts.send(customer, add, { input: { address: anAddress() } });
  return data.addAddress.address.id;
}

test('a customer keeps a book of addresses', async () => {
  const addressId = await addedAddress();
  const changed = await accounts.send(customer, change, {
    input: { addressId, address: anAddress({ city: 'Potsdam' }) },
  });
  expect(changed.data.changeAddress).toEqual({ address: { id: addressId, city: 'Potsdam' }, userErrors: [] });
  expect((await accounts.send(customer, book)).data.me.addresses).toContainEqual({ id: addressId, city: 'Potsdam' });
  const removed = await accounts.send(customer, remove, { input: { addressId } });
  expect(removed.data.removeAddress.removedAddressId).toBe(addressId);
  expect((await accounts.send(customer, book)).data.me.addresses).toEqual([]);
});

test("somebody else's address is absent, and stays as it is", async () => {
  const addressId = await addedAddress();
  const changed = await accounts.send(stranger, change, {
    input: { addressId, address: anAddress({ city: 'Elsewhere' }) },
  });
  const removed = await accounts.send(stranger, remove, { input: { addressId } });
  const absent = await accounts.send(stranger, remove, { input: { addressId: newId() } });
  expect(changed.data.changeAddress).toEqual({ address: null, userErrors: [{ code: 'NOT_FOUND' }] });
  expect(removed.data).toEqual(absent.data);
  expect((await accounts.send(customer, book)).data.me.addresses).toContainEqual({ id: addressId, city: 'Berlin' });
});

test.each([
  ['line1', { line1: ' ' }],
  ['city', { city: 'x'.repeat(201) }],
  ['countryCode', { countryCode: 'Germany' }],
])('an address with a wrong %s is refused, and the field is named', async (field, mistake) => {
  const { data } = await accounts.send(customer, add, { input: { address: anAddress(mistake) } });
  expect(data.addAddress.userErrors).toEqual([{ code: 'INVALID_ADDRESS', path: ['input', 'address', field] }]);
});

test('a malformed id is bad input, and a guest has no book', async () => {
  const malformed = await accounts.send(customer, remove, { input: { addressId: '42' } });
  expect(malformed.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  const guest = await accounts.send(aGuest(newId()), add, { input: { address: anAddress() } });
  expect(guest.data.addAddress.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
});

test('a customer is seen through entities by themselves and by staff, and by nobody else', async () => {
  const query =
    'query ($id: ID!) { _entities(representations: [{ __typename: "Customer", id: $id }]) { ... on Customer { email } } }';
  const variables = { id: customer.id };
  const staff: Caller = { ...aCustomer(newId()), kind: 'staff', scopes: ['customers:read'] };
  expect((await accounts.send(customer, query, variables)).data._entities[0].email).toContain('@example.com');
  expect((await accounts.send(staff, query, variables)).data._entities[0].email).toContain('@example.com');
  expect((await accounts.send(stranger, query, variables)).data._entities).toEqual([null]);
});
