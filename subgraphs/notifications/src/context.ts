import type { SubgraphContext } from '@souk/kit/graphql';
import type { WriteNotice } from './domain/notification.js';

/** What the resolvers of notifications work with. */
export interface NotificationsContext extends SubgraphContext {
  writeNotice: WriteNotice;
}
