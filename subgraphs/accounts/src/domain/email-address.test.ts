import { expect, test } from '@jest/globals';
import { toEmailAddress } from './email-address.js';

test.each([
  [' Ada@Example.com ', 'ada@example.com'],
  ["o'neil+shop@mail.example.co.uk", "o'neil+shop@mail.example.co.uk"],
  ['ünï@exämple.com', 'ünï@exämple.com'],
])('%j is the address %s', (text, address) => {
  expect(toEmailAddress(text)).toBe(address);
});

test.each([
  '',
  'ada',
  'ada@example',
  'ada@example.com, bob@example.com',
  'bob,ada@example.com',
  '<ada@example.com>',
  'ada<bob@example.com>',
  '(ada)bob@example.com',
  '"ada"@example.com',
  'ada@example.com\r\nBcc: bob@example.com',
  `${'a'.repeat(250)}@example.com`,
])('%j is no address', (text) => {
  expect(() => toEmailAddress(text)).toThrow(expect.objectContaining({ code: 'INVALID_EMAIL' }));
});
