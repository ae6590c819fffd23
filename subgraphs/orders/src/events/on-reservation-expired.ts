import { reservationExpiredV1 } from '@souk/schema/events/inventory';
import { advanceOn } from './advance-on.js';

/** The stock was held for too long: the order is cancelled, if it is not yet. */
export const onReservationExpired = advanceOn(reservationExpiredV1, () => ({ type: 'StockExpired' }));
