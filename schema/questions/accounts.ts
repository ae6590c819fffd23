import { defineQuestion, idField, keepsAuditHead } from '@souk/kit/contracts';
import { z } from 'zod';

export const askCustomerContact = defineQuestion('ask.accounts.customer-contact.v1', {
  request: z.object({ customerId: idField }),
  reply: z.object({ contact: z.object({ email: z.string(), name: z.string(), locale: z.string() }).nullable() }),
  timeoutMs: 2_000,
  description: 'How to reach a customer. Null for guests and for those who are not there.',
});

export const askAccountsToKeepAuditHead = defineQuestion('ask.accounts.keep-audit-head.v1', keepsAuditHead);
