import { expect, test } from '@jest/globals';
import { priceSteps } from '../persistence/find-facets.js';
import { toAttributeFacets } from './product-facets.js';

const row = (value: string, count: number) => ({ facet: 'attribute' as const, value, count });

test('properties are grouped, those of most products first', () => {
  const facets = toAttributeFacets([row('Colour=Red', 5), row('Material=Linen', 4), row('Material=Wool', 3)]);
  expect(facets).toEqual([
    {
      name: 'Material',
      values: [
        { value: 'Linen', count: 4 },
        { value: 'Wool', count: 3 },
      ],
    },
    { name: 'Colour', values: [{ value: 'Red', count: 5 }] },
  ]);
});

test('a value may contain the sign that parts it from its name', () => {
  expect(toAttributeFacets([row('Ratio=a=b', 1)])).toEqual([{ name: 'Ratio', values: [{ value: 'a=b', count: 1 }] }]);
});

test('values that tell a story are no choices', () => {
  expect(toAttributeFacets([row(`Style=${'x'.repeat(61)}`, 9)])).toEqual([]);
});

test('at most eight properties are offered', () => {
  const rows = Array.from({ length: 12 }, (_, index) => row(`P${index}=x`, index));
  expect(toAttributeFacets(rows)).toHaveLength(8);
});

test('price spans follow the minor units of the currency', () => {
  expect(priceSteps('EUR').slice(0, 4)).toEqual([100, 200, 500, 1_000]);
  expect(priceSteps('JPY').slice(0, 4)).toEqual([1, 2, 5, 10]);
});
