import { defineEntity, p } from '@mikro-orm/core';
import { aggregateColumns } from '@souk/kit/persistence';
import { Reservation } from '../domain/reservation.js';
import { reservationStatuses } from '../domain/reservation-status.js';

export const ReservationSchema = defineEntity({
  class: Reservation,
  tableName: 'reservation',
  properties: {
    ...aggregateColumns,
    orderId: p.uuid(),
    status: p.enum(reservationStatuses).accessor('_status'),
    expiresAt: p.datetime().nullable(),
  },
});
