import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { answerTo } from '@souk/kit/asking';
import { newId } from '@souk/kit/domain';
import {
  aCustomer,
  answerQuestions,
  aStaffMember,
  eventually,
  publishEvent,
  republish,
  type TestSubgraph,
} from '@souk/kit/testing';
import { orderCancelledV1, orderPaidV1 } from '@souk/schema/events/orders';
import { askOrderSummary } from '@souk/schema/questions/orders';
import { askShippingRates, askStopShipment } from '@souk/schema/questions/shipping';
import { anOrderSummary } from '../../test/an-order-summary.js';
import { startTestCarrier, startTestShipping, type TestCarrier } from '../../test/start-test-shipping.js';

let carrier: TestCarrier;
let shipping: TestSubgraph;
let stopAnswering: () => Promise<void>;
let postalCode = '10115';
/** Until it is over, nobody tells anything of this order. */
let silence: { orderId: string; isOver: Promise<void> } | undefined;

beforeAll(async () => {
  carrier = await startTestCarrier();
  shipping = await startTestShipping(carrier);
  const summary = answerTo(askOrderSummary, async ({ orderId }) => {
    if (silence?.orderId === orderId) await silence.isOver;
    return { order: anOrderSummary({ orderId, postalCode }) };
  });
  stopAnswering = answerQuestions(shipping.running.parts, [summary]);
}, 60_000);
afterEach(async () => {
  postalCode = '10115';
  await carrier.setFaults({ failNext: null, latencyMs: 0 });
});
afterAll(async () => {
  await stopAnswering();
  await shipping.stop();
  await carrier.stop();
});

const nats = () => shipping.running.parts.nats;
const em = () => shipping.running.parts.orm.em.fork();

interface PaidOrder {
  orderId: string;
  customerId: string;
}

async function aPaidOrder({ orderId = newId() } = {}): Promise<PaidOrder> {
  const customerId = newId();
  const data = {
    orderId,
    customerId,
    orderNumber: 'S-1',
    lines: [{ variantId: newId(), quantity: 1 }],
    total: { amountMinor: 1, currency: 'EUR' },
    shippingMethodCode: 'standard',
  };
  const envelope = await publishEvent(nats(), orderPaidV1(data), { aggregateId: orderId, version: 1 });
  await republish(nats(), envelope);
  return { orderId, customerId };
}

const cancel = ({ orderId, customerId }: PaidOrder, version: number, attempt = 1) =>
  publishEvent(nats(), orderCancelledV1({ orderId, customerId, orderNumber: 'S-1', code: 'BY_CUSTOMER', attempt }), {
    aggregateId: orderId,
    version,
  });

async function statusBecomes(orderId: string, status: string, withinMs = 10_000): Promise<void> {
  await eventually(async () => {
    expect(await em().execute('select status from shipment where order_id = ?', [orderId])).toEqual([{ status }]);
  }, withinMs);
}

async function toldOf(orderId: string): Promise<string[]> {
  const rows = await em().execute<{ type: string }[]>(
    `select type from outbox where payload->>'orderId' = ? order by event_version`,
    [orderId],
  );
  return rows.map(({ type }) => type.replace('shipping.shipment.', ''));
}

const stop = (orderId: string) => shipping.running.parts.ask(askStopShipment, { orderId, code: 'BY_CUSTOMER' });

test('a paid order gets one parcel, which the carrier takes and delivers', async () => {
  const order = await aPaidOrder();
  await statusBecomes(order.orderId, 'LABELLED');
  carrier.pass(1_500);
  await statusBecomes(order.orderId, 'DISPATCHED');
  carrier.pass(10_000);
  await statusBecomes(order.orderId, 'DELIVERED');
  expect(await toldOf(order.orderId)).toEqual(['created.v1', 'dispatched.v1', 'delivered.v1']);
});

test('its owner sees the way of a parcel, and somebody else sees none', async () => {
  const order = await aPaidOrder();
  await statusBecomes(order.orderId, 'LABELLED');
  const query = `query ($id: ID!) { _entities(representations: [{ __typename: "Order", id: $id }]) {
    ... on Order { shipments { id status trackingNumber labelUrl trackingEvents { status location } } } } }`;
  const owner = await shipping.send(aCustomer(order.customerId), query, { id: order.orderId });
  const [shipment] = owner.data._entities[0].shipments;
  expect(shipment).toMatchObject({ status: 'LABELLED', trackingNumber: expect.any(String), labelUrl: null });
  await eventually(async () => {
    const { data } = await shipping.send(aCustomer(order.customerId), query, { id: order.orderId });
    expect(data._entities[0].shipments[0].trackingEvents).toMatchObject([{ status: 'LABEL_CREATED' }]);
  });
  const stranger = await shipping.send(aCustomer(newId()), query, { id: order.orderId });
  expect(stranger.data._entities[0].shipments).toEqual([]);
  const byId = 'query ($id: ID!) { shipment(id: $id) { id } }';
  expect((await shipping.send(aCustomer(newId()), byId, { id: shipment.id })).data.shipment).toBeNull();
  expect(
    (await shipping.send(aStaffMember(newId(), ['shipping:read']), byId, { id: shipment.id })).data.shipment,
  ).toEqual({ id: shipment.id });
  const link = { kind: 'order-link', roles: ['GUEST'], scopes: [], orderId: order.orderId } as const;
  expect((await shipping.send(link, byId, { id: shipment.id })).data.shipment).toEqual({ id: shipment.id });
});

test('a parcel that has not been picked up can be stopped, again and again, and never leaves', async () => {
  const order = await aPaidOrder();
  await statusBecomes(order.orderId, 'LABELLED');
  expect(await stop(order.orderId)).toEqual({ stopped: true });
  expect(await stop(order.orderId)).toEqual({ stopped: true });
  carrier.pass(20_000);
  await statusBecomes(order.orderId, 'CANCELLED');
  expect(await toldOf(order.orderId)).toEqual(['created.v1', 'cancelled.v1']);
});

test('a parcel that the carrier has cannot be stopped', async () => {
  const order = await aPaidOrder();
  await statusBecomes(order.orderId, 'LABELLED');
  carrier.pass(1_500);
  expect(await stop(order.orderId)).toEqual({ stopped: false });
  await statusBecomes(order.orderId, 'DISPATCHED');
});

test('an order that is stopped before it has a parcel never gets one', async () => {
  const [orderId, customerId] = [newId(), newId()];
  expect(await stop(orderId)).toEqual({ stopped: true });
  const data = {
    orderId,
    customerId,
    orderNumber: 'S-1',
    lines: [{ variantId: newId(), quantity: 1 }],
    total: { amountMinor: 1, currency: 'EUR' },
    shippingMethodCode: 'standard',
  };
  await publishEvent(nats(), orderPaidV1(data), { aggregateId: orderId, version: 1 });
  await eventually(async () =>
    expect(await em().execute('select 1 from inbox where aggregate_id = ?', [orderId])).toHaveLength(1),
  );
  await statusBecomes(orderId, 'CANCELLED');
});

test('a cancelled order stops its parcel, and is told again when it asks again', async () => {
  const order = await aPaidOrder();
  await statusBecomes(order.orderId, 'LABELLED');
  await republish(nats(), await cancel(order, 2));
  await statusBecomes(order.orderId, 'CANCELLED');
  await cancel(order, 3, 2);
  await eventually(async () =>
    expect(await toldOf(order.orderId)).toEqual(['created.v1', 'cancelled.v1', 'cancelled.v1']),
  );
});

test('an address that the carrier does not serve cancels the parcel and says why', async () => {
  postalCode = '00000';
  const order = await aPaidOrder();
  await statusBecomes(order.orderId, 'CANCELLED');
  const [row] = await em().execute<{ cancellation_code: string }[]>(
    'select cancellation_code from shipment where order_id = ?',
    [order.orderId],
  );
  expect(row?.cancellation_code).toBe('NOT_DELIVERABLE');
});

test('a label whose answer was lost is the same label when it is asked for again', async () => {
  await carrier.setFaults({ failNext: { status: 503, times: 1, phase: 'after' } });
  const order = await aPaidOrder();
  await eventually(async () => {
    const [row] = await em().execute<{ parcel: object | null }[]>('select parcel from shipment where order_id = ?', [
      order.orderId,
    ]);
    expect(row?.parcel).not.toBeNull();
  });
  await eventually(async () => {
    await em().execute('update shipment set due_at = now() where order_id = ?', [order.orderId]);
    await statusNow(order.orderId, 'LABELLED');
  });
  const [shipment] = await em().execute<{ id: string; label: { trackingNumber: string } }[]>(
    'select id, label from shipment where order_id = ?',
    [order.orderId],
  );
  expect(await carrier.trackingNumbersOf(shipment!.id)).toEqual([shipment!.label.trackingNumber]);
});

async function statusNow(orderId: string, status: string): Promise<void> {
  expect(await em().execute('select status from shipment where order_id = ?', [orderId])).toEqual([{ status }]);
}

test('rates depend on the country, and nothing is sent to where there is no zone', async () => {
  const subtotal = { amountMinor: 1_000, currency: 'EUR' };
  const ratesTo = async (countryCode: string) =>
    (
      await shipping.running.parts.ask(askShippingRates, {
        destination: { countryCode, region: null, postalCode: null },
        weightGrams: 500,
        subtotal,
        currency: 'EUR',
        channelId: 'default',
      })
    ).rates;
  expect(await ratesTo('DE')).toMatchObject([
    { methodCode: 'standard', price: { amountMinor: 490, currency: 'EUR' } },
    { methodCode: 'express' },
  ]);
  expect(await ratesTo('AQ')).toEqual([]);
});

test('staff set prices, within reason', async () => {
  const staff = aStaffMember(newId(), ['shipping:read', 'shipping:write']);
  const set =
    'mutation ($input: SetShippingRateInput!) { setShippingRate(input: $input) { isSet userErrors { code } } }';
  const input = { zoneCode: 'gb', methodCode: 'standard', currency: 'EUR', priceMinor: 555 };
  expect((await shipping.send(staff, set, { input })).data.setShippingRate).toEqual({ isSet: true, userErrors: [] });
  const { data } = await shipping.send(
    staff,
    '{ shippingZones { code countryCodes rates { methodCode price { amountMinor currency } } } }',
  );
  const gb = data.shippingZones.find(({ code }: { code: string }) => code === 'gb');
  expect(gb.rates).toContainEqual({ methodCode: 'standard', price: { amountMinor: 555, currency: 'EUR' } });
  for (const [mistake, code] of [
    [{ priceMinor: -1 }, 'INVALID_AMOUNT'],
    [{ freeFromMinor: -1 }, 'INVALID_AMOUNT'],
    [{ methodCode: 'x' }, 'NOT_FOUND'],
  ] as const) {
    const answer = await shipping.send(staff, set, { input: { ...input, ...mistake } });
    expect(answer.data.setShippingRate.userErrors).toEqual([{ code }]);
  }
  expect((await shipping.send(aCustomer(newId()), set, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('an order of which nobody tells anything holds up no other, and is asked about again soon', async () => {
  const isOver = Promise.withResolvers<void>();
  const orderId = newId();
  silence = { orderId, isOver: isOver.promise };
  await aPaidOrder({ orderId });
  const others = await Promise.all(Array.from({ length: 12 }, () => aPaidOrder()));
  await Promise.all(others.map((order) => statusBecomes(order.orderId, 'LABELLED')));
  await statusBecomes(orderId, 'CREATED');
  isOver.resolve();
  silence = undefined;
  await statusBecomes(orderId, 'LABELLED', 15_000);
});
