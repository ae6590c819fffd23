import { defineEvent, idField } from '@souk/kit/contracts';
import { z } from 'zod';

const message = z.object({ messageId: idField, template: z.string(), recipientId: idField.nullable() });

export const messageSentV1 = defineEvent('notifications.message.sent.v1', {
  schema: message,
  consumers: [],
  description: 'A message was handed to the mail server.',
});

export const messageFailedV1 = defineEvent('notifications.message.failed.v1', {
  schema: message.extend({ error: z.string() }),
  consumers: [],
  description: 'A message could not be sent and was given up.',
});
