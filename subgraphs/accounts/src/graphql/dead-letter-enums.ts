import { deadLetterStatuses } from '@souk/kit/dead-letters';
import { subgraphNames } from '@souk/schema/subgraph-names';
import { registerEnumType } from 'type-graphql';

/** By the subgraph's name; clients see it in capitals. */
export const SubgraphNameEnum = Object.fromEntries(subgraphNames.map((name) => [name.toUpperCase(), name]));
registerEnumType(SubgraphNameEnum, {
  name: 'SubgraphName',
  description: 'A part of the shop that works by itself.',
  valuesConfig: {
    ACCOUNTS: { description: 'Customers, staff and their sessions.' },
    CART: { description: 'Carts and quotes.' },
    CATALOG: { description: 'Goods and prices.' },
    INVENTORY: { description: 'Stock and reservations.' },
    NOTIFICATIONS: { description: 'Messages to customers and staff.' },
    ORDERS: { description: 'Orders, from the placement to the end.' },
    PAYMENTS: { description: 'Money.' },
    SHIPPING: { description: 'Parcels.' },
  },
});

export const DeadLetterStatusEnum = Object.fromEntries(deadLetterStatuses.map((status) => [status, status]));
registerEnumType(DeadLetterStatusEnum, {
  name: 'DeadLetterStatus',
  description: 'What has become of something that could not be handled.',
  valuesConfig: {
    DEAD: { description: 'It waits for somebody to redrive or discard it.' },
    REDRIVEN: { description: 'It was handled after all.' },
    DISCARDED: { description: 'It was given up, and will never be handled.' },
  },
});
