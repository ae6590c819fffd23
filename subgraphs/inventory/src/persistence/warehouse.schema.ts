import { defineEntity, p } from '@mikro-orm/core';
import { Warehouse } from '../domain/warehouse.js';

export const WarehouseSchema = defineEntity({
  class: Warehouse,
  tableName: 'warehouse',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    priority: p.integer(),
    countryCode: p.text().nullable(),
    openedAt: p.datetime(),
  },
});
