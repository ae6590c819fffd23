import { defineEntity, p } from '@mikro-orm/core';
import { type AdjustmentReason, movementKinds, StockMovement } from '../domain/stock-movement.js';

export const StockMovementSchema = defineEntity({
  class: StockMovement,
  tableName: 'stock_movement',
  properties: {
    id: p.uuid().primary(),
    variantId: p.uuid(),
    warehouseId: p.uuid(),
    kind: p.enum(movementKinds),
    quantity: p.integer(),
    onHandAfter: p.integer(),
    cause: p.text(),
    occurredAt: p.datetime(),
    eventId: p.uuid().nullable(),
    staffId: p.uuid().nullable(),
    reason: p.text().$type<AdjustmentReason>().nullable(),
    note: p.text().nullable(),
  },
});
