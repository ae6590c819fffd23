import { reservationRejectedV1 } from '@souk/schema/events/inventory';
import { advanceOn } from './advance-on.js';

/** Not everything is in stock: the order is cancelled. */
export const onReservationRejected = advanceOn(reservationRejectedV1, (data) => ({
  type: 'StockRejected',
  shortages: data.shortages,
}));
