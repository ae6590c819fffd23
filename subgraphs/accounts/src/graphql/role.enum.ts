import { type Role, roles } from '@souk/kit/identity';
import { registerEnumType } from 'type-graphql';

const meanings: Record<Role, { description: string }> = {
  GUEST: { description: 'Somebody without an account.' },
  CUSTOMER: { description: 'Somebody with an account.' },
  MANAGER: { description: 'Staff: goods, stock, orders, refunds, parcels and messages.' },
  ADMIN: { description: 'Staff: as a manager, sees customers, and looks after events that could not be handled.' },
  SUPERADMIN: { description: 'Staff: as an admin, and gives roles.' },
};

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role]));
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody is in the shop; each role expands to scopes.',
  valuesConfig: meanings,
});
