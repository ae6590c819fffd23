import { newId } from '@souk/kit/domain';
import { StockLevel } from '../../src/domain/stock-level.js';
import type { MovementCause } from '../../src/domain/stock-movement.js';
import { Warehouse } from '../../src/domain/warehouse.js';

export function aWarehouse(more: Partial<Warehouse> = {}): Warehouse {
  const draft = { code: 'BER', name: 'Berlin', priority: 1, countryCode: 'DE' };
  return Object.assign(Warehouse.open(draft, new Date(0)), more);
}

type Chosen = 'onHand' | 'reserved' | 'pooled' | 'taken' | 'pooling' | 'busyAt' | 'lowStockThreshold';

export function aStockLevel(more: Partial<Pick<StockLevel, Chosen>> = {}) {
  return Object.assign(new StockLevel(newId(), newId(), aWarehouse()), more);
}

export function aCause<Reason extends MovementCause['reason']>(reason: Reason) {
  return { cause: newId(), occurredAt: new Date(0), eventId: null, staffId: null, note: null, reason };
}
