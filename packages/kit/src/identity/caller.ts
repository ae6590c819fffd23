import { z } from 'zod';

export const roles = ['GUEST', 'CUSTOMER', 'MANAGER', 'ADMIN', 'SUPERADMIN'] as const;
export type Role = (typeof roles)[number];

export const callerSchema = z.object({
  /** `order-link`: somebody who holds the secret link to one order. */
  kind: z.enum(['anonymous', 'guest', 'customer', 'staff', 'order-link']),
  /** The customer's, guest's or staff member's id; absent for anonymous callers and order links. */
  id: z.string().optional(),
  roles: z.array(z.enum(roles)).readonly(),
  scopes: z.array(z.string()).readonly(),
  /** The session may end before the tokens that it gave; absent for anonymous callers and order links. */
  sessionId: z.string().optional(),
  /** Who the caller was before signing in: what that guest owned is now theirs. */
  guestId: z.string().optional(),
  /** Every guest they ever were before signing in, the latest first. */
  formerGuestIds: z.array(z.string()).readonly().optional(),
  /** The one order that an order link opens. */
  orderId: z.string().optional(),
});

/** Who is asking, as the router found out. */
export type Caller = z.infer<typeof callerSchema>;

export const anonymous: Caller = { kind: 'anonymous', roles: [], scopes: [] };

/** Whether the caller bears a token at all. */
export function isAuthenticated(caller: Caller): boolean {
  return caller.kind !== 'anonymous';
}

/** Whether the caller has every scope of at least one of the lists, as federation's `@requiresScopes` means it. */
export function hasScopes(caller: Caller, alternatives: readonly (readonly string[])[]): boolean {
  return alternatives.some((all) => all.every((scope) => caller.scopes.includes(scope)));
}

/** The caller as the audit log names them: what they are and their id, never their name. */
export function actorOf({ kind, id, orderId }: Caller): string {
  const whose = id ?? orderId;
  return whose ? `${kind}:${whose}` : kind;
}
