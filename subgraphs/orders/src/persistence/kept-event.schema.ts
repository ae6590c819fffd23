import { defineEntity, p } from '@mikro-orm/core';
import { KeptEvent } from '../domain/kept-event.js';

/** When a row was written, the database says by itself. */
export const KeptEventSchema = defineEntity({
  class: KeptEvent,
  tableName: 'order_event',
  properties: {
    orderId: p.uuid().primary(),
    version: p.integer().primary(),
    type: p.text().primary(),
    data: p.json<object>(),
    correlationId: p.text().nullable(),
    origin: p.enum(['RECORDED', 'OUTBOX', 'CARRIED_OVER'] as const),
  },
});
