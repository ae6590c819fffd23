import { type Caller, callerSchema, roles } from '@souk/kit/identity';
import { z } from 'zod';

const ownKinds = ['guest', 'customer', 'staff'] as const;

/** What accounts writes into an access token. */
const claimsSchema = z
  .object({
    kind: z.enum([...ownKinds, 'order-link']),
    sub: z.string().optional(),
    sid: z.string().optional(),
    roles: z.array(z.enum(roles)),
    /** Separated by spaces. */
    scope: z.string(),
    guest_id: z.string().optional(),
    former_guest_ids: z.array(z.string()).optional(),
    order_id: z.string().optional(),
  })
  .refine(({ kind, sub }) => kind === 'order-link' || sub !== undefined, 'no subject')
  .refine(({ kind, order_id }) => kind !== 'order-link' || order_id !== undefined, 'no order');

/** @throws {z.ZodError} when the claims are not those of an access token. */
export function toCaller(payload: unknown): Caller {
  const claims = claimsSchema.parse(payload);
  return callerSchema.parse({
    kind: claims.kind,
    id: claims.sub,
    roles: claims.roles,
    scopes: claims.scope.split(' ').filter((scope) => scope !== ''),
    sessionId: claims.sid,
    guestId: claims.guest_id,
    formerGuestIds: claims.former_guest_ids,
    orderId: claims.order_id,
  });
}
