import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { FaultControl } from '../world/fault-control.js';
import type { Stage } from './fault-kind.js';
import { hitFaultPoint } from './hit-fault-point.js';

let folder: string;
let faultControl: FaultControl;

beforeEach(() => {
  jest.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'souk-fault-control-'));
  faultControl = new FaultControl(folder);
  faultControl.disarm('shipping');
});
afterEach(() => {
  jest.useRealTimers();
  rmSync(folder, { recursive: true });
});

function arm(order: string): void {
  const stage = { living: { part: () => undefined, faultControl } } as unknown as Stage;
  const detail = { point: 'shipping.label.afterBookingBeforeSave', order };
  void hitFaultPoint.begin(stage, {
    id: 1,
    kind: 'fault-point',
    target: 'shipping',
    atMs: 0,
    durationMs: 10_000,
    detail,
  });
}

test('an order stays until somebody comes by, but not for ever', () => {
  arm('shipping.label.afterBookingBeforeSave=exit');
  jest.advanceTimersByTime(24_000);
  expect(faultControl.orderOf('shipping')).toBe('shipping.label.afterBookingBeforeSave=exit');
  jest.advanceTimersByTime(1_000);
  expect(faultControl.orderOf('shipping')).toBe('');
});

test('an order that has taken the place of another has all its time', () => {
  arm('shipping.label.afterBookingBeforeSave=exit');
  jest.advanceTimersByTime(20_000);
  arm('shipping.label.afterBookingBeforeSave=throw');
  jest.advanceTimersByTime(24_000);
  expect(faultControl.orderOf('shipping')).toBe('shipping.label.afterBookingBeforeSave=throw');
  jest.advanceTimersByTime(1_000);
  expect(faultControl.orderOf('shipping')).toBe('');
});
