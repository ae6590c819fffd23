import { defineEntity, p } from '@mikro-orm/core';
import { Delivery, deliveryOutcomes } from '../domain/delivery.js';

export const DeliverySchema = defineEntity({
  class: Delivery,
  tableName: 'delivery',
  properties: {
    id: p.uuid().primary(),
    messageId: p.uuid(),
    tryNumber: p.integer(),
    outcome: p.enum(deliveryOutcomes),
    error: p.text().nullable(),
    occurredAt: p.datetime(),
  },
});
