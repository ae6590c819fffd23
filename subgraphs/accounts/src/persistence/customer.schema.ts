import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '@souk/kit/identity';
import { aggregateColumns } from '@souk/kit/persistence';
import { Customer } from '../domain/customer.js';

export const CustomerSchema = defineEntity({
  class: Customer,
  tableName: 'customer',
  properties: {
    ...aggregateColumns,
    email: p.text(),
    name: p.text(),
    locale: p.text(),
    passwordHash: p.text(),
    roles: p.array().$type<Role[]>(),
    registeredAt: p.datetime(),
    lastSignedInAt: p.datetime().nullable(),
  },
});
