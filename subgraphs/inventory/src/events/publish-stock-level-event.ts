import type { EventMessage } from '@souk/kit/contracts';
import { stockLevelChangedV1, stockLevelLowV1 } from '@souk/schema/events/inventory';
import type { StockLevelEvent } from '../domain/stock-level.js';

/** Turns what happened to a stock level into the messages other subgraphs rely on. */
export function publishStockLevelEvent(event: StockLevelEvent): EventMessage[] {
  const { variantId, warehouse, onHand, available } = event.level;
  const level = { variantId, warehouseCode: warehouse.code, onHand, available };
  switch (event.type) {
    case 'StockLevelChanged':
      return [stockLevelChangedV1(level)];
    case 'StockLevelLow':
      return [stockLevelLowV1({ ...level, threshold: event.threshold })];
  }
}
