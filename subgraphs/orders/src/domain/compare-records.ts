import type { OrderRecord } from './order-record.js';

/** A column in which two records of an order are not the same. */
export interface ColumnDifference {
  column: keyof OrderRecord;
  stored: unknown;
  folded: unknown;
}

/** Compares an order as it is stored with what its events make of it, column by column. */
export function compareRecords(stored: OrderRecord, folded: OrderRecord): ColumnDifference[] {
  const columns = [...new Set([...Object.keys(stored), ...Object.keys(folded)])] as (keyof OrderRecord)[];
  return columns
    .filter((column) => !isEqual(stored[column], folded[column]))
    .map((column) => ({ column, stored: stored[column], folded: folded[column] }));
}

/** Whether two values of JSON say the same, whatever the order of their keys. */
function isEqual(left: unknown, right: unknown): boolean {
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return left === right;
  const [leftKeys, rightKeys] = [Object.keys(left), Object.keys(right)];
  return (
    Array.isArray(left) === Array.isArray(right) &&
    leftKeys.length === rightKeys.length &&
    leftKeys.every((key) => isEqual(left[key as keyof typeof left], right[key as keyof typeof right]))
  );
}
