import type { AnySchema } from '@souk/kit/persistence';
import { ReservationSchema } from './reservation.schema.js';
import { StockLevelSchema } from './stock-level.schema.js';
import { StockMovementSchema } from './stock-movement.schema.js';
import { WarehouseSchema } from './warehouse.schema.js';

/** Inventory's tables. */
export const schemas: AnySchema[] = [ReservationSchema, StockLevelSchema, StockMovementSchema, WarehouseSchema];
