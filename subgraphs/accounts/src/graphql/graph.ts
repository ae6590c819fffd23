import type { SubgraphGraph } from '@souk/kit/graphql';
import { refusals } from '@souk/schema/refusals';
import { AddressResolver } from './address.resolver.js';
import { resolveCustomer } from './customer.reference.js';
import { CustomerResolver } from './customer.resolver.js';
import { DeadLetterResolver } from './dead-letter.resolver.js';
import { SessionResolver } from './session.resolver.js';
import { StaffResolver } from './staff.resolver.js';

/** Accounts' part of the graph. */
export const graph: SubgraphGraph = {
  resolvers: [AddressResolver, CustomerResolver, DeadLetterResolver, SessionResolver, StaffResolver],
  references: { Customer: resolveCustomer },
  userErrorCodes: refusals(
    'EMAIL_TAKEN',
    'INVALID_ADDRESS',
    'INVALID_CREDENTIALS',
    'INVALID_EMAIL',
    'INVALID_NAME',
    'INVALID_ORDER_LINK',
    'INVALID_REASON',
    'INVALID_REFRESH_TOKEN',
    'INVALID_STATE_TRANSITION',
    'NOT_FOUND',
    'WEAK_PASSWORD',
  ),
};
