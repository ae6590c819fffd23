import { defineEntity, p } from '@mikro-orm/core';
import type { Origin } from '@souk/kit/domain';
import { aggregateColumns } from '@souk/kit/persistence';
import { Message } from '../domain/message.js';
import { type MessageContent, messageTemplates } from '../domain/message-content.js';
import { messageStatuses } from '../domain/message-status.js';

export const MessageSchema = defineEntity({
  class: Message,
  tableName: 'message',
  properties: {
    ...aggregateColumns,
    dedupeKey: p.text(),
    template: p.enum(messageTemplates),
    content: p.json<MessageContent>(),
    channel: p.enum(['EMAIL'] as const),
    recipientId: p.uuid().nullable(),
    orderId: p.uuid().nullable(),
    resendOf: p.uuid().nullable(),
    origin: p.json<Origin>(),
    status: p.enum(messageStatuses).accessor('_status'),
    tries: p.integer(),
    nextTryAt: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    receipt: p.text().nullable(),
    lastError: p.text().nullable(),
    createdAt: p.datetime(),
  },
});
