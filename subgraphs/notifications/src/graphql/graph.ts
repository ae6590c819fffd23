import type { SubgraphGraph } from '@souk/kit/graphql';
import { refusals } from '@souk/schema/refusals';
import { MarkNotificationsReadResolver } from './mark-notifications-read.resolver.js';
import { MessageResolver } from './message.resolver.js';
import { NotificationResolver } from './notification.resolver.js';
import { NotificationCountResolver } from './notification-count.resolver.js';
import { ResendMessageResolver } from './resend-message.resolver.js';

/** The part of the graph that is notifications'. */
export const graph: SubgraphGraph = {
  resolvers: [
    MarkNotificationsReadResolver,
    MessageResolver,
    NotificationCountResolver,
    NotificationResolver,
    ResendMessageResolver,
  ],
  userErrorCodes: refusals('MESSAGE_UNDER_WAY', 'NOT_FOUND'),
};
