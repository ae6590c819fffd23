import type { EventHandler } from '@souk/kit/messaging';
import { onOrderCancelled } from './on-order-cancelled.js';
import { onOrderConfirmationRequested } from './on-order-confirmation-requested.js';
import { onOrderPlaced } from './on-order-placed.js';
import { onProductCreated } from './on-product-created.js';
import { onShipmentDispatched } from './on-shipment-dispatched.js';

/** What inventory does when something happened to an order, a parcel or a product. */
export const handlers: readonly EventHandler[] = [
  onOrderPlaced,
  onOrderConfirmationRequested,
  onOrderCancelled,
  onShipmentDispatched,
  onProductCreated,
];
