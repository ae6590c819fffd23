import { expect, test } from '@jest/globals';
import { isSamePlace, isWithin, toDestination } from './destination.js';

const place = (countryCode: string, region: string | null = null, postalCode: string | null = null) => ({
  countryCode,
  region,
  postalCode,
});

test('blanks around a place and blank parts do not matter', () => {
  expect(toDestination({ countryCode: 'DE', region: '  ', postalCode: ' 10115 ' })).toEqual(place('DE', null, '10115'));
  expect(toDestination({ countryCode: 'DE' })).toEqual(place('DE'));
});

test.each([
  ['countryCode', { countryCode: 'de' }],
  ['countryCode', { countryCode: 'Germany' }],
  ['region', { countryCode: 'DE', region: 'x'.repeat(101) }],
  ['postalCode', { countryCode: 'DE', postalCode: 'x'.repeat(101) }],
])('a malformed %s is refused by name', (field, malformed) => {
  expect(() => toDestination(malformed)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', details: { field } }),
  );
});

test.each([
  [place('DE', null, '10115'), place('DE'), true],
  [place('DE', null, '10115'), place('DE', null, '10115'), true],
  [place('US', 'CA', '90001'), place('US', 'CA'), true],
  [place('DE'), place('DE', null, '10115'), false],
  [place('US', 'NY'), place('US', 'CA'), false],
  [place('FR'), place('DE'), false],
])('whether %p is within %p: %p', (inner, outer, expected) => {
  expect(isWithin(inner, outer)).toBe(expected);
});

test('a place is the same as itself, not as a more precise one', () => {
  expect(isSamePlace(place('DE', null, '10115'), place('DE', null, '10115'))).toBe(true);
  expect(isSamePlace(place('DE', null, '10115'), place('DE'))).toBe(false);
});
