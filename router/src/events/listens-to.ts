import { sessionRevokedV1 } from '@souk/schema/events/accounts';

/** The events that the router hears without an inbox: when it starts, and whenever it was away, it reads them again. */
export const listensTo: readonly string[] = [sessionRevokedV1.type];
