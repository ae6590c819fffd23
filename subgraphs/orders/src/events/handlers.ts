import type { EventHandler } from '@souk/kit/messaging';
import { onPaymentActionRequired } from './on-payment-action-required.js';
import { onPaymentAuthorized } from './on-payment-authorized.js';
import { onPaymentCaptureFailed } from './on-payment-capture-failed.js';
import { onPaymentCaptured } from './on-payment-captured.js';
import { onPaymentFailed } from './on-payment-failed.js';
import { onPaymentRefunded } from './on-payment-refunded.js';
import { onPaymentVoided } from './on-payment-voided.js';
import { onReservationConfirmed } from './on-reservation-confirmed.js';
import { onReservationExpired } from './on-reservation-expired.js';
import { onReservationHeld } from './on-reservation-held.js';
import { onReservationRejected } from './on-reservation-rejected.js';
import { onReservationReleased } from './on-reservation-released.js';
import { onShipmentCancelled } from './on-shipment-cancelled.js';
import { onShipmentDelivered } from './on-shipment-delivered.js';
import { onShipmentDispatched } from './on-shipment-dispatched.js';

/** What orders does when something happened in inventory, payments or shipping. */
export const handlers: readonly EventHandler[] = [
  onReservationHeld,
  onReservationRejected,
  onReservationConfirmed,
  onReservationReleased,
  onReservationExpired,
  onPaymentActionRequired,
  onPaymentAuthorized,
  onPaymentFailed,
  onPaymentCaptured,
  onPaymentCaptureFailed,
  onPaymentVoided,
  onPaymentRefunded,
  onShipmentDispatched,
  onShipmentDelivered,
  onShipmentCancelled,
];
