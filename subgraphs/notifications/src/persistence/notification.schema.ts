import { defineEntity, p } from '@mikro-orm/core';
import { type CustomerContent, customerTemplates } from '../domain/message-content.js';
import { Notification } from '../domain/notification.js';

export const NotificationSchema = defineEntity({
  class: Notification,
  tableName: 'notification',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().nullable(),
    orderId: p.uuid().nullable(),
    kind: p.enum(customerTemplates),
    content: p.json<CustomerContent>(),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
  },
});
