import { defineEvent, idField } from '@souk/kit/contracts';
import { z } from 'zod';

export const customerRegisteredV1 = defineEvent('accounts.customer.registered.v1', {
  schema: z.object({ customerId: idField, locale: z.string() }),
  consumers: ['notifications'],
  description: 'Somebody opened an account.',
});

export const customerSignedInV1 = defineEvent('accounts.customer.signed-in.v1', {
  schema: z.object({ customerId: idField, guestId: idField.nullable() }),
  consumers: [],
  description: 'Somebody signed in, perhaps having shopped as a guest before.',
});

export const sessionRevokedV1 = defineEvent('accounts.session.revoked.v1', {
  schema: z.object({
    sessionId: idField,
    customerId: idField,
    reason: z.enum(['SIGNED_OUT', 'TOKEN_REUSED', 'RIGHTS_CHANGED']),
  }),
  consumers: ['router'],
  description: 'A session is over: its access tokens are refused from now on.',
});
