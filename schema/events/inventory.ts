import { defineEvent, idField, timeField } from '@souk/kit/contracts';
import { z } from 'zod';

const reservation = z.object({ reservationId: idField, orderId: idField });

export const reservationHeldV1 = defineEvent('inventory.reservation.held.v1', {
  schema: reservation.extend({ expiresAt: timeField }),
  consumers: ['orders'],
  description: 'All lines of an order are held, until a time.',
});

export const reservationRejectedV1 = defineEvent('inventory.reservation.rejected.v1', {
  schema: reservation.extend({
    shortages: z
      .array(z.object({ variantId: idField, requested: z.int().positive(), available: z.int().nonnegative() }))
      .min(1),
  }),
  consumers: ['orders'],
  description: 'Not every line could be held, so none is.',
});

export const reservationConfirmedV1 = defineEvent('inventory.reservation.confirmed.v1', {
  schema: reservation,
  consumers: ['orders'],
  description: 'The stock is the order’s for good.',
});

export const reservationReleasedV1 = defineEvent('inventory.reservation.released.v1', {
  schema: reservation,
  consumers: ['orders'],
  description: 'The stock was given back after a cancellation.',
});

export const reservationExpiredV1 = defineEvent('inventory.reservation.expired.v1', {
  schema: reservation,
  consumers: ['orders'],
  description: 'The time limit passed before the stock was confirmed; it was given back.',
});

const stockLevel = z.object({
  variantId: idField,
  warehouseCode: z.string(),
  onHand: z.int().nonnegative(),
  available: z.int().nonnegative(),
});

export const stockLevelChangedV1 = defineEvent('inventory.stock-level.changed.v1', {
  schema: stockLevel,
  consumers: [],
  description: 'The stock of a variant in a warehouse was received, counted or corrected, or has left.',
});

export const stockLevelLowV1 = defineEvent('inventory.stock-level.low.v1', {
  schema: stockLevel.extend({ threshold: z.int().positive() }),
  consumers: ['notifications'],
  description: 'The stock of a variant in a warehouse fell to its alarm threshold.',
});
