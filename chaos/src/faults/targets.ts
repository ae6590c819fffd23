import { databaseNames } from '@souk/launcher/harness';

/** What may be killed or frozen. The provider, the carrier and the mail inbox are the outside world and stay. */
export const mortalParts: readonly string[] = [...databaseNames, 'router'];
export const servers = ['postgres', 'nats', 'redis'] as const;

/** Streams of which something comes all the time while people shop. */
export const busyStreams = ['ORDERS', 'PAYMENTS', 'INVENTORY', 'SHIPPING', 'CART', 'NOTIFICATIONS'] as const;
