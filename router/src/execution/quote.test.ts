import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { quote } from './quote.js';

test('every text is quoted as JSON wants it', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(quote(text)).toBe(JSON.stringify(text))));
  for (const text of ['\ud800', '\u2028', '"\\', '\u0000', 'é 🐫']) expect(quote(text)).toBe(JSON.stringify(text));
});
