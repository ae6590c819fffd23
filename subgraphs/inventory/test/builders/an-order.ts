import type { EventMessage } from '@souk/kit/contracts';
import { newId } from '@souk/kit/domain';
import { publishEvent, republish, type TestSubgraph } from '@souk/kit/testing';
import { orderCancelledV1, orderConfirmationRequestedV1, orderPlacedV1 } from '@souk/schema/events/orders';
import { shipmentDispatchedV1 } from '@souk/schema/events/shipping';
import type { Line } from '../../src/domain/allocation.js';
import { untilHandled } from '../until-handled.js';

/** An order as orders and shipping would tell of it. Each step waits until inventory has dealt with it. */
export function anOrder(inventory: TestSubgraph, lines: readonly Line[], destinationCountryCode = 'DE') {
  const { nats } = inventory.running.parts;
  const orderId = newId();
  const about = { orderId, orderNumber: 'S-1', customerId: newId() };
  let version = 0;
  /** @param deliveries how often the same message arrives. */
  const tell = async (message: EventMessage, aggregate: string, deliveries: number) => {
    const [owner = '', noun = ''] = aggregate.split('.');
    if (owner === 'orders') version += 1;
    const subject = owner === 'orders' ? { aggregateId: orderId, version } : { aggregateId: newId(), version: 1 };
    const envelope = await publishEvent(nats, message, subject);
    for (let delivery = 1; delivery < deliveries; delivery += 1) await republish(nats, envelope);
    await untilHandled(inventory, owner, noun);
  };
  const total = { amountMinor: 1_000, currency: 'EUR' };
  const placed = { ...about, channelId: 'default', lines: [...lines], total, destinationCountryCode };
  const dispatched = { shipmentId: newId(), orderId, trackingNumber: 'T-1', carrier: 'post' };
  return {
    id: orderId,
    place: (deliveries = 1) => tell(orderPlacedV1(placed), 'orders.order', deliveries),
    requestConfirmation: (deliveries = 1) => tell(orderConfirmationRequestedV1(about), 'orders.order', deliveries),
    cancel: (attempt = 1, deliveries = 1) =>
      tell(orderCancelledV1({ ...about, code: 'BY_CUSTOMER', attempt }), 'orders.order', deliveries),
    dispatch: (deliveries = 1) => tell(shipmentDispatchedV1(dispatched), 'shipping.shipment', deliveries),
  };
}
