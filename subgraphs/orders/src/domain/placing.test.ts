import { expect, test } from '@jest/globals';
import { aBuyer, anAddress } from '../../test/builders/order.js';
import { aFreeQuote, aQuote } from '../../test/builders/quote.js';
import { toReachable } from './buyer.js';
import { newOrderNumber } from './order-number.js';
import { mustBeToken } from './payment-choice.js';
import { mustAddUp } from './quote.js';
import { mustBeAddress } from './shipping-address.js';

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

test('an order number is S- and ten characters that nobody misreads, never the same', () => {
  const numbers = Array.from({ length: 1_000 }, newOrderNumber);
  for (const number of numbers) expect(number).toMatch(/^S-[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(new Set(numbers).size).toBe(1_000);
});

test('a quote whose amounts add up passes, with the tax inside or on top', () => {
  mustAddUp(aQuote());
  mustAddUp(aQuote({ pricesIncludeTax: false, total: euros(2_887) }));
  mustAddUp(aFreeQuote());
  mustAddUp(aFreeQuote({ pricesIncludeTax: false }));
});

test.each([
  ['a line', { lines: [{ ...aQuote().lines[0]!, lineTotal: euros(1_999) }] }],
  ['the subtotal', { subtotal: euros(1_999) }],
  ['the tax', { taxTotal: euros(0) }],
  ['the total', { total: euros(1) }],
])('of a quote in which %s is wrong no order is made', (_what, mistake) => {
  expect(() => mustAddUp(aQuote(mistake))).toThrow('do not add up');
});

test('amounts in another currency are never added up', () => {
  expect(() => mustAddUp(aQuote({ currency: 'USD' }))).toThrow('cannot be added up');
});

test.each(['name', 'line1', 'city', 'postalCode'] as const)('an address needs its %s', (field) => {
  const path = ['input', 'shippingAddress', field];
  expect(() => mustBeAddress(anAddress({ [field]: ' ' }))).toThrow(expect.objectContaining({ path }));
});

test.each([
  ['line2', 'x'.repeat(201)],
  ['region', 'x'.repeat(101)],
  ['countryCode', 'de'],
  ['countryCode', 'DEU'],
])('an address whose %s is "%s" is refused', (field, value) => {
  const refusal = { code: 'INVALID_ADDRESS', path: ['input', 'shippingAddress', field] };
  expect(() => mustBeAddress(anAddress({ [field]: value }))).toThrow(expect.objectContaining(refusal));
});

test('a guest must say where to write to, a customer need not', () => {
  expect(() => toReachable(aBuyer({ isGuest: true }))).toThrow(expect.objectContaining({ code: 'EMAIL_REQUIRED' }));
  expect(() => toReachable(aBuyer({ isGuest: true, contactEmail: '  ' }))).toThrow(
    expect.objectContaining({ code: 'EMAIL_REQUIRED' }),
  );
  expect(toReachable(aBuyer()).contactEmail).toBeNull();
  expect(toReachable(aBuyer({ isGuest: true, contactEmail: ' Me@Example.com ' })).contactEmail).toBe('me@example.com');
});

test.each(['nobody', 'a@b', 'a b@example.com', `${'x'.repeat(250)}@example.com`])(
  '"%s" is no e-mail address',
  (text) => {
    expect(() => toReachable(aBuyer({ contactEmail: text }))).toThrow(
      expect.objectContaining({ code: 'INVALID_EMAIL' }),
    );
  },
);

test.each(['pm_card_visa', 'tok_1', '4242424242424241', '12345'])('"%s" may be a token', (token) => {
  mustBeToken(token);
});

test.each(['', ' ', 'x'.repeat(256), '4242424242424242', '4000 0025 0000 3155', '3782-822463-10005'])(
  '"%s" is refused in place of a token',
  (token) => {
    expect(() => mustBeToken(token)).toThrow(expect.objectContaining({ code: 'INVALID_PAYMENT_TOKEN' }));
  },
);
