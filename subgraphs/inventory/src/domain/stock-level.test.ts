import { expect, test } from '@jest/globals';
import { takeRecordedEvents } from '@souk/kit/domain';
import { aCause, aStockLevel } from '../../test/builders/a-stock-level.js';
import type { AdjustmentReason } from './stock-movement.js';

const now = new Date('2026-01-02T03:04:05Z');

test('goods that come in are on hand, in the ledger, and told', () => {
  const level = aStockLevel({ onHand: 5 });
  const movement = level.receive(20, aCause(null));
  expect(movement).toMatchObject({ kind: 'RECEIVED', quantity: 20, onHandAfter: 25, warehouseId: level.warehouse.id });
  expect(level).toMatchObject({ onHand: 25, available: 25, onHandVersion: 1 });
  expect(takeRecordedEvents(level)).toEqual([{ type: 'StockLevelChanged', level }]);
});

test('goods that leave are neither on hand nor reserved any more, so that as much is available as before', () => {
  const level = aStockLevel({ onHand: 5, reserved: 3 });
  expect(level.dispatch(2, aCause(null))).toMatchObject({ kind: 'SOLD', quantity: -2, onHandAfter: 3 });
  expect(level).toMatchObject({ onHand: 3, reserved: 1, available: 2 });
});

test('more than is reserved cannot leave', () => {
  const level = aStockLevel({ onHand: 5, reserved: 3 });
  expect(() => level.dispatch(4, aCause(null))).toThrow(expect.objectContaining({ code: 'INVALID_QUANTITY' }));
  expect(level).toMatchObject({ onHand: 5, reserved: 3 });
});

test.each<[AdjustmentReason, number, string]>([
  ['DELIVERY', 3, 'RECEIVED'],
  ['RETURN', 3, 'RETURNED'],
  ['COUNT', 3, 'ADJUSTED'],
  ['COUNT', -3, 'ADJUSTED'],
  ['DAMAGE', -3, 'ADJUSTED'],
  ['LOSS', -3, 'ADJUSTED'],
])('%s by %d is written into the ledger as %s', (reason, delta, kind) => {
  const level = aStockLevel({ onHand: 5 });
  expect(level.adjust(delta, aCause(reason))).toMatchObject({ kind, quantity: delta, reason, onHandAfter: 5 + delta });
});

test.each<[AdjustmentReason, number, string]>([
  ['COUNT', 0, 'INVALID_QUANTITY'],
  ['DELIVERY', -1, 'INVALID_QUANTITY'],
  ['RETURN', -1, 'INVALID_QUANTITY'],
  ['COUNT', 1_000_000_000, 'INVALID_QUANTITY'],
  ['COUNT', 0.5, 'INVALID_QUANTITY'],
  ['COUNT', -3, 'INSUFFICIENT_STOCK'],
])('%s by %d is refused when 2 of 5 units are available', (reason, delta, code) => {
  const level = aStockLevel({ onHand: 5, reserved: 3 });
  expect(() => level.adjust(delta, aCause(reason))).toThrow(expect.objectContaining({ code }));
  expect(level).toMatchObject({ onHand: 5, reserved: 3, onHandVersion: 0 });
  expect(takeRecordedEvents(level)).toEqual([]);
});

test('nothing at all is not a delivery', () => {
  expect(() => aStockLevel().receive(0, aCause(null))).toThrow(expect.objectContaining({ code: 'INVALID_QUANTITY' }));
});

test.each([0, -1, 1.5, 1_000_000_001])('%d is no threshold', (threshold) => {
  expect(() => aStockLevel().watch(threshold)).toThrow(expect.objectContaining({ code: 'INVALID_THRESHOLD' }));
});

test('the alarm is raised once each time that stock falls to the threshold', () => {
  const level = aStockLevel({ onHand: 10, lowStockThreshold: 3 });
  const alarms = [4, 7, 8, 2, 9].map((reserved) => {
    level.reserved = reserved;
    level.checkThreshold(now);
    return takeRecordedEvents(level).map(({ type }) => type);
  });
  expect(alarms).toEqual([[], ['StockLevelLow'], [], [], ['StockLevelLow']]);
});

test('a level that nobody watches raises no alarm', () => {
  const level = aStockLevel({ onHand: 0 });
  level.checkThreshold(now);
  expect(takeRecordedEvents(level)).toEqual([]);
});
