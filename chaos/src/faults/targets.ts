import { databaseNames } from '@souk/launcher/harness';

/** What may be killed or frozen. The provider, the carrier and the mail inbox are the outside world and stay. */
export const mortalParts: readonly string[] = [...databaseNames, 'router'];
export const servers = ['postgres', 'nats', 'redis'] as const;
