import { reservationConfirmedV1 } from '@souk/schema/events/inventory';
import { advanceOn } from './advance-on.js';

/** Stock and money are held for good: the order is confirmed. */
export const onReservationConfirmed = advanceOn(reservationConfirmedV1, () => ({ type: 'StockConfirmed' }));
