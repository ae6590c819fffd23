import type { IncomingMessage } from 'node:http';
import { expect, test } from '@jest/globals';
import { createAddressOf } from './address-of.js';

function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  return { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage;
}

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8::6', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(createAddressOf(0)(from(address))).toBe(network);
});

test('without proxies of ours, nobody is believed where a request comes from', () => {
  expect(createAddressOf(0)(from('198.51.100.7', '203.0.113.9'))).toBe('198.51.100.7');
});

test('with proxies of ours, what the outermost of them wrote down counts', () => {
  const request = from('10.0.0.1', '192.0.2.66, 203.0.113.9, 10.0.0.2');
  expect(createAddressOf(2)(request)).toBe('203.0.113.9');
  expect(createAddressOf(1)(from('10.0.0.1'))).toBe('10.0.0.1');
});
