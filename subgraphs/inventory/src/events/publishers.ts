import type { Publisher } from '@souk/kit/messaging';
import { Reservation } from '../domain/reservation.js';
import { StockLevel } from '../domain/stock-level.js';
import { publishReservationEvent } from './publish-reservation-event.js';
import { publishStockLevelEvent } from './publish-stock-level-event.js';

/** How the events of inventory's aggregates become messages. */
export const publishers: readonly Publisher[] = [
  [Reservation, publishReservationEvent],
  [StockLevel, publishStockLevelEvent],
];
