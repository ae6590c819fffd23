import { reservationReleasedV1 } from '@souk/schema/events/inventory';
import { advanceOn } from './advance-on.js';

/** The stock of a cancelled order was given back. */
export const onReservationReleased = advanceOn(reservationReleasedV1, () => ({ type: 'StockReleased' }));
