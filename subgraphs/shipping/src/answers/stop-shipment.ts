import { answerTo } from '@souk/kit/asking';
import { askStopShipment } from '@souk/schema/questions/shipping';
import type { Carrier } from '../carriers/carrier.js';
import { stopShipment } from '../use-cases/stop-shipment.js';

/** Stops the parcel of an order that is about to be cancelled. */
export function answerStopShipment(carrier: Carrier) {
  return answerTo(askStopShipment, async ({ orderId, code }, { em, now }) => ({
    stopped: await stopShipment({ em, now, carrier }, orderId, code),
  }));
}
