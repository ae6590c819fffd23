import { defineEntity, p } from '@mikro-orm/core';
import { aggregateColumns } from '@souk/kit/persistence';
import { StockLevel } from '../domain/stock-level.js';
import { Warehouse } from '../domain/warehouse.js';

export const StockLevelSchema = defineEntity({
  class: StockLevel,
  tableName: 'stock_level',
  properties: {
    ...aggregateColumns,
    variantId: p.uuid(),
    warehouse: () => p.manyToOne(Warehouse),
    onHand: p.integer(),
    onHandVersion: p.integer(),
    reserved: p.integer(),
    lowStockThreshold: p.integer().nullable(),
    lowReportedAt: p.datetime().nullable(),
  },
});
