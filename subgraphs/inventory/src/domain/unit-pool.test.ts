import { expect, test } from '@jest/globals';
import { aStockLevel } from '../../test/builders/a-stock-level.js';
import { quietMs } from './unit-pool.js';

const now = new Date('2026-01-02T03:04:05Z');
const nobody = { takenUnits: 0, takingOrders: 0, isRushed: false };

function after(ms: number): Date {
  return new Date(now.getTime() + ms);
}

test('a rush for the counter makes a level hot: all that is not promised is to be laid out', () => {
  const level = aStockLevel({ onHand: 50, reserved: 20 });
  expect(level.visitPool({ ...nobody, isRushed: true }, now)).toEqual({ surplus: 0, missing: 30 });
  expect(level.isHot).toBe(true);
});

test('no pool is larger than a thousand', () => {
  const level = aStockLevel({ onHand: 5_000, pooling: 'ALWAYS' });
  expect(level.visitPool(nobody, now)).toEqual({ surplus: 0, missing: 1_000 });
});

test('what orders have taken is reserved, and their rows are given new units while there are any', () => {
  const level = aStockLevel({ onHand: 2_000, pooled: 1_000, taken: 30, pooling: 'ALWAYS' });
  expect(level.visitPool({ takenUnits: 30, takingOrders: 30, isRushed: false }, now)).toEqual({
    surplus: 0,
    missing: 0,
  });
  expect(level.reserved).toBe(30);
});

test('rows for which there are no new units are too many', () => {
  const level = aStockLevel({ onHand: 40, pooled: 40, taken: 30, pooling: 'ALWAYS' });
  const change = level.visitPool({ takenUnits: 30, takingOrders: 30, isRushed: false }, now);
  expect(change).toEqual({ surplus: 30, missing: 0 });
});

test('a level stays hot as long as several orders take from it between two visits', () => {
  const level = aStockLevel({ onHand: 90, pooled: 90, busyAt: now });
  level.visitPool({ takenUnits: 4, takingOrders: 4, isRushed: false }, after(quietMs - 1));
  level.visitPool(nobody, after(quietMs));
  expect(level.isHot).toBe(true);
});

test('a level that was quiet for a minute is cold again, and its pool is to be empty', () => {
  const level = aStockLevel({ onHand: 90, pooled: 90, busyAt: now });
  level.visitPool({ takenUnits: 3, takingOrders: 1, isRushed: false }, after(quietMs - 1));
  expect(level.isHot).toBe(true);
  expect(level.visitPool(nobody, after(quietMs))).toEqual({ surplus: 90, missing: 0 });
  expect(level.isHot).toBe(false);
});

test('a level that staff keep hot never cools', () => {
  const level = aStockLevel({ onHand: 90, pooled: 90, pooling: 'ALWAYS', busyAt: now });
  expect(level.visitPool(nobody, after(quietMs))).toEqual({ surplus: 0, missing: 0 });
});

test('what orders have taken from the pool can no longer be ordered', () => {
  const level = aStockLevel({ onHand: 10, reserved: 2, pooled: 5, taken: 3 });
  expect(level).toMatchObject({ promised: 5, available: 5, loose: 3 });
});
