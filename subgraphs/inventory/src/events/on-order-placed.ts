import { onEvent } from '@souk/kit/messaging';
import { orderPlacedV1 } from '@souk/schema/events/orders';
import { reserveStock } from '../use-cases/reserve-stock.js';

/** Holds the goods of a new order. */
export const onOrderPlaced = onEvent(orderPlacedV1, ({ data }, { em }) => reserveStock(em, data));
