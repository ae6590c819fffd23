import { expect, test } from '@jest/globals';
import { newId, takeRecordedEvents } from '@souk/kit/domain';
import { Shipment } from './shipment.js';
import { type ShipmentStatus, shipmentStatuses, shipmentTransitions } from './shipment-status.js';

const now = new Date('2026-01-02T03:04:05Z');
const label = { carrierShipmentId: '1', trackingNumber: 'T1', labelUrl: 'https://carrier.example/1' };

const moves: Record<Exclude<ShipmentStatus, 'CREATED'>, (shipment: Shipment) => void> = {
  LABELLED: (shipment) => shipment.attachLabel(label),
  DISPATCHED: (shipment) => shipment.dispatch(now),
  DELIVERED: (shipment) => shipment.deliver(now),
  CANCELLED: (shipment) => shipment.cancel('BY_STAFF'),
};
const wayTo: Record<ShipmentStatus, (keyof typeof moves)[]> = {
  CREATED: [],
  LABELLED: ['LABELLED'],
  DISPATCHED: ['LABELLED', 'DISPATCHED'],
  DELIVERED: ['LABELLED', 'DISPATCHED', 'DELIVERED'],
  CANCELLED: ['CANCELLED'],
};

function aShipment(status: ShipmentStatus = 'CREATED'): Shipment {
  const shipment = Shipment.create(
    { orderId: newId(), customerId: newId(), methodCode: 'standard', carrier: 'c', origin: { correlationid: 'r' } },
    now,
  );
  for (const step of wayTo[status]) moves[step](shipment);
  takeRecordedEvents(shipment);
  return shipment;
}

const targets = Object.keys(moves) as (keyof typeof moves)[];
const pairs = shipmentStatuses.flatMap((from) => targets.map((to) => [from, to] as const));

test.each(pairs)('from %s to %s is as the table says', (from, to) => {
  const shipment = aShipment(from);
  const move = () => moves[to](shipment);
  if (shipmentTransitions[from].includes(to)) {
    move();
    expect(shipment.status).toBe(to);
  } else {
    expect(move).toThrow(`A shipment cannot go from ${from} to ${to}.`);
    expect(takeRecordedEvents(shipment)).toEqual([]);
  }
});

test('once the carrier may know of a parcel, only the carrier can stop it', () => {
  const shipment = aShipment();
  expect(shipment.mayBeWithCarrier).toBe(false);
  shipment.prepareBooking({
    to: { name: 'a', line1: 'b', line2: null, city: 'c', postalCode: 'd', countryCode: 'DE' },
    weightGrams: 1,
  });
  expect(shipment.mayBeWithCarrier).toBe(true);
  expect(aShipment('DISPATCHED').mayBeWithCarrier).toBe(false);
});
