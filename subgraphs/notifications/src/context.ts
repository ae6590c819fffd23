import type { SubgraphContext } from '@souk/kit/graphql';
import type { HandlerContext } from '@souk/kit/messaging';
import type { WriteNotice } from './domain/notification.js';

/** What the resolvers of notifications work with. */
export interface NotificationsContext extends SubgraphContext {
  writeNotice: WriteNotice;
}

/** What the event handlers of notifications work with. */
export interface NotificationsHandlerContext extends HandlerContext {
  /** Who is told of stock that runs out; absent: nobody. */
  staffEmail: string | undefined;
}
