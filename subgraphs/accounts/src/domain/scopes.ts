import type { Role } from '@souk/kit/identity';

const managerScopes = [
  'catalog:write',
  'inventory:read',
  'inventory:write',
  'orders:read',
  'orders:write',
  'payments:read',
  'payments:refund',
  'shipping:read',
  'shipping:write',
  'notifications:read',
  'notifications:write',
];
const adminScopes = [
  ...managerScopes,
  'customers:read',
  'dead-letters:read',
  'dead-letters:write',
  'payments:reconcile',
  'pricing:write',
];
const superadminScopes = [...adminScopes, 'roles:write'];

/** What each role may do beyond what is the caller's own. */
const scopesByRole: Record<Role, readonly string[]> = {
  GUEST: [],
  CUSTOMER: [],
  MANAGER: managerScopes,
  ADMIN: adminScopes,
  SUPERADMIN: superadminScopes,
};

/** The scopes that roles expand to in a token. */
export function scopesOf(roles: readonly Role[]): string[] {
  return [...new Set(roles.flatMap((role) => scopesByRole[role]))].sort();
}
