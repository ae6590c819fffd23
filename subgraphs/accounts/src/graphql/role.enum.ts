import { roles } from '@souk/kit/identity';
import { registerEnumType } from 'type-graphql';

export const RoleEnum = Object.fromEntries(roles.map((role) => [role, role]));
registerEnumType(RoleEnum, { name: 'Role', description: 'What somebody is in the shop; each role expands to scopes.' });
