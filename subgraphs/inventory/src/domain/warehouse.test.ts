import { expect, test } from '@jest/globals';
import { aWarehouse } from '../../test/builders/a-stock-level.js';
import { toWarehouseCode, Warehouse } from './warehouse.js';

const draft = { code: 'ber', name: ' Berlin ', priority: 1, countryCode: 'DE' };

test('a warehouse is known by its code in capitals', () => {
  expect(Warehouse.open(draft, new Date(0))).toMatchObject({ code: 'BER', name: 'Berlin' });
  expect(toWarehouseCode(' ber-2_a ')).toBe('BER-2_A');
});

test.each([
  ['code', ''],
  ['code', 'two words'],
  ['code', 'x'.repeat(33)],
  ['name', ' '],
  ['name', 'x'.repeat(201)],
  ['priority', -1],
  ['priority', 1_001],
  ['countryCode', 'Germany'],
])('a warehouse whose %s is "%s" is not opened', (field, value) => {
  const mistake = expect.objectContaining({ code: 'INVALID_WAREHOUSE', path: ['input', field] });
  expect(() => Warehouse.open({ ...draft, [field]: value }, new Date(0))).toThrow(mistake);
});

test('a warehouse that nobody has described is asked last', () => {
  const discovered = Warehouse.discover('mad', new Date(0));
  expect(discovered).toMatchObject({ code: 'MAD', name: 'MAD', countryCode: null });
  expect(discovered.priority).toBeGreaterThan(aWarehouse().priority);
});
