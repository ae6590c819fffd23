import { sessionRevokedV1 } from '@souk/schema/events/accounts';
import { orderStatusChangedV1 } from '@souk/schema/events/orders';
import { invalidations } from '../cache/invalidations.js';

/** The events that the router hears without an inbox: when it starts, and whenever it was away, it reads them again. */
export const listensTo: readonly string[] = [
  sessionRevokedV1.type,
  orderStatusChangedV1.type,
  ...invalidations.map(({ contract }) => contract.type),
];
