import { KeptEventSchema } from './kept-event.schema.js';
import { OrderSchema } from './order.schema.js';
import { OrderStatusChangeSchema } from './order-status-change.schema.js';

/** Every table that the mapper knows. */
export const schemas = [OrderSchema, OrderStatusChangeSchema, KeptEventSchema];
