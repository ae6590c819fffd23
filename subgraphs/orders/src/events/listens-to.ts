import { orderStatusChangedV1 } from '@souk/schema/events/orders';

/** The events that orders hears without an inbox: one that is lost wakes nobody up, and the history has it all the same. */
export const listensTo: readonly string[] = [orderStatusChangedV1.type];
