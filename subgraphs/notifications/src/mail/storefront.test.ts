import { expect, test } from '@jest/globals';
import { Storefront } from './storefront.js';
import { withoutAddresses } from './without-addresses.js';

test.each(['https://shop.example', 'https://shop.example/'])('links of %s lead where they should', (url) => {
  const storefront = new Storefront(url);
  expect(storefront.home).toBe('https://shop.example');
  expect(storefront.orderUrl('S-7/8')).toBe('https://shop.example/orders/S-7%2F8');
  expect(storefront.orderLinkUrl('a_b-c?d')).toBe('https://shop.example/orders/link/a_b-c%3Fd');
});

test('a shop may live below another page', () => {
  expect(new Storefront('https://example.com/shop/').orderUrl('S-7')).toBe('https://example.com/shop/orders/S-7');
});

test('what servers say is kept without the addresses they name', () => {
  expect(withoutAddresses('550 <some.body@example.com>: unknown; write to help@example.com')).toBe(
    '550 <[address]>: unknown; write to [address]',
  );
  expect(withoutAddresses('x'.repeat(1_000))).toHaveLength(500);
});
