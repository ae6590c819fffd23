import { defineEntity, p } from '@mikro-orm/core';

/** A message that is saved with the change that caused it, and leaves when that is committed. */
export class OutboxMessage {
  id?: string;
  eventId!: string;
  aggregateType!: string;
  aggregateId!: string;
  eventVersion!: number;
  type!: string;
  payload!: unknown;
  headers!: Record<string, string>;
}

export const OutboxMessageSchema = defineEntity({
  class: OutboxMessage,
  tableName: 'outbox',
  properties: {
    id: p.bigint().primary().autoincrement(),
    eventId: p.uuid(),
    aggregateType: p.text(),
    aggregateId: p.uuid(),
    eventVersion: p.integer(),
    type: p.text(),
    payload: p.json(),
    headers: p.json<Record<string, string>>(),
  },
});
