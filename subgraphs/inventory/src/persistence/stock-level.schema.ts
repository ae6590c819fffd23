import { defineEntity, p } from '@mikro-orm/core';
import { aggregateColumns } from '@souk/kit/persistence';
import { StockLevel } from '../domain/stock-level.js';
import { poolings } from '../domain/unit-pool.js';
import { Warehouse } from '../domain/warehouse.js';
import { takenUnits } from './taken-units.js';

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
    pooled: p.integer(),
    taken: p.integer().formula((_columns, { alias }) => takenUnits(alias)),
    pooling: p.enum(poolings),
    busyAt: p.datetime().nullable(),
    lowStockThreshold: p.integer().nullable(),
    lowReportedAt: p.datetime().nullable(),
  },
});
