import type { HandlerContext } from '@souk/kit/messaging';

/** What the event handlers of shipping work with. */
export interface ShippingHandlerContext extends HandlerContext {
  /** The carrier that new parcels go with. */
  carrierCode: string;
}
