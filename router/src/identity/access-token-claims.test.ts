import { expect, test } from '@jest/globals';
import { toCaller } from './access-token-claims.js';

const customer = {
  sub: 'customer-1',
  sid: 'session-1',
  kind: 'customer',
  roles: ['CUSTOMER'],
  scope: 'orders:read cart:write',
  guest_id: 'guest-1',
};

test('the claims of a customer become a caller', () => {
  expect(toCaller({ ...customer, exp: 1, iat: 1 })).toEqual({
    kind: 'customer',
    id: 'customer-1',
    sessionId: 'session-1',
    roles: ['CUSTOMER'],
    scopes: ['orders:read', 'cart:write'],
    guestId: 'guest-1',
  });
});

test('an order link names an order and nobody', () => {
  expect(toCaller({ kind: 'order-link', roles: [], scope: '', order_id: 'order-1' })).toEqual({
    kind: 'order-link',
    roles: [],
    scopes: [],
    orderId: 'order-1',
  });
});

test.each([
  ['without a kind', { kind: undefined }],
  ['of nobody in particular', { kind: 'anonymous' }],
  ['of a customer without an id', { sub: undefined }],
  ['of an order link without an order', { kind: 'order-link' }],
  ['with a role that does not exist', { roles: ['EMPEROR'] }],
  ['with scopes in another form', { scope: ['orders:read'] }],
])('claims %s are refused', (_what, changes) => {
  expect(() => toCaller({ ...customer, ...changes })).toThrow();
});
