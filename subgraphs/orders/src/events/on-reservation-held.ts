import { reservationHeldV1 } from '@souk/schema/events/inventory';
import { advanceOn } from './advance-on.js';

/** The stock is held: the money is asked for. */
export const onReservationHeld = advanceOn(reservationHeldV1, () => ({ type: 'StockHeld' }));
