import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RunningCarrier } from './start-carrier.js';

let carrier: RunningCarrier;
beforeEach(async () => {
  carrier = await RunningCarrier.start();
});
afterEach(() => carrier.stop());

const to = { name: 'The Recipient', line1: '1 High Street', city: 'Lisbon', postalCode: '1100-001', countryCode: 'PT' };
const parcel = (changes: object = {}) => ({
  reference: randomUUID(),
  to,
  weightGrams: 1_250,
  service: 'standard',
  ...changes,
});
const create = (changes?: object) => carrier.ask('POST', '/v1/shipments', parcel(changes));

test('takes a parcel on and gives it a number and a label', async () => {
  const { status, body } = await create({ reference: 'an-order' });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    reference: 'an-order',
    status: 'LABEL_CREATED',
    service: 'standard',
    weightGrams: 1_250,
    to,
    createdAt: '2026-11-02T10:00:00.000Z',
    expectedDeliveryAt: '2026-11-02T10:00:12.000Z',
  });
  expect(body.trackingNumber).toMatch(/^SK\d{9}EM$/);
  expect(body.events).toHaveLength(1);
});

test('is one shipment, however often a reference is sent', async () => {
  const first = await create({ reference: 'an-order' });
  carrier.pass(4);
  const second = await create({ reference: 'an-order' });
  expect(second.status).toBe(200);
  expect(second.body).toMatchObject({ id: first.body.id, trackingNumber: first.body.trackingNumber });
});

test('refuses a reference that comes with another parcel', async () => {
  await create({ reference: 'an-order' });
  const { status, body } = await create({ reference: 'an-order', weightGrams: 2 });
  expect(status).toBe(409);
  expect(body.error.code).toBe('REFERENCE_CONFLICT');
});

test.each([
  [0, 'LABEL_CREATED', 1],
  [2.9, 'LABEL_CREATED', 1],
  [3, 'PICKED_UP', 2],
  [6, 'IN_TRANSIT', 3],
  [9, 'OUT_FOR_DELIVERY', 4],
  [12, 'DELIVERED', 5],
  [86_400, 'DELIVERED', 5],
])('after %d seconds a parcel is %s', async (seconds, status, count) => {
  const { id } = (await create()).body;
  carrier.pass(seconds);
  const { body } = await carrier.ask('GET', `/v1/shipments/${id}`);
  expect(body.status).toBe(status);
  expect(body.events).toHaveLength(count);
});

test('tells when and where each step happened', async () => {
  const { id } = (await create()).body;
  carrier.pass(60);
  const { body } = await carrier.ask('GET', `/v1/shipments/${id}`);
  expect(body.events.map(({ at, status }) => `${at} ${status}`)).toEqual([
    '2026-11-02T10:00:00.000Z LABEL_CREATED',
    '2026-11-02T10:00:03.000Z PICKED_UP',
    '2026-11-02T10:00:06.000Z IN_TRANSIT',
    '2026-11-02T10:00:09.000Z OUT_FOR_DELIVERY',
    '2026-11-02T10:00:12.000Z DELIVERED',
  ]);
  expect(body.events.at(-1)).toMatchObject({ location: 'Lisbon', description: 'The parcel was handed over.' });
});

test('stays cancelled, however much time passes', async () => {
  const { id } = (await create()).body;
  carrier.pass(1);
  const cancelled = await carrier.ask('POST', `/v1/shipments/${id}/cancel`);
  expect(cancelled).toMatchObject({ status: 200, body: { status: 'CANCELLED', expectedDeliveryAt: null } });
  carrier.pass(100);
  const again = await carrier.ask('POST', `/v1/shipments/${id}/cancel`);
  expect(again.body.events.map(({ status }) => status)).toEqual(['LABEL_CREATED', 'CANCELLED']);
  expect(again.body.events).toEqual(cancelled.body.events);
});

test('cannot be called off once it was picked up', async () => {
  const { id } = (await create()).body;
  carrier.pass(3);
  const { status, body } = await carrier.ask('POST', `/v1/shipments/${id}/cancel`);
  expect(status).toBe(409);
  expect(body.error.code).toBe('SHIPMENT_NOT_CANCELLABLE');
  expect((await carrier.ask('GET', `/v1/shipments/${id}`)).body.status).toBe('PICKED_UP');
});

test('does not deliver to nowhere, and remembers nothing of it', async () => {
  const { status, body } = await create({ reference: 'an-order', to: { ...to, postalCode: '00000' } });
  expect(status).toBe(422);
  expect(body.error).toMatchObject({ code: 'ADDRESS_NOT_DELIVERABLE', fields: [{ path: 'to.postalCode' }] });
  expect((await create({ reference: 'an-order' })).status).toBe(201);
});

test.each([
  ['weightGrams', { weightGrams: 0 }],
  ['weightGrams', { weightGrams: 1.5 }],
  ['service', { service: 'pigeon' }],
  ['reference', { reference: '' }],
  ['to.countryCode', { to: { ...to, countryCode: 'pt' } }],
  ['to.city', { to: { ...to, city: '  ' } }],
  ['', { colour: 'red' }],
])('names the field that is wrong: %s', async (path, changes) => {
  const { status, body } = await create(changes);
  expect(status).toBe(400);
  expect(body.error.code).toBe('INVALID_REQUEST');
  expect(body.error.fields[0]?.path).toBe(path);
});

test('keeps its shipments over a restart', async () => {
  const parcels = [await create({ reference: 'one' }), await create({ reference: 'two' })];
  await carrier.ask('POST', `/v1/shipments/${parcels[1]!.body.id}/cancel`);
  await carrier.restart();
  carrier.pass(12);
  expect((await carrier.ask('GET', `/v1/shipments/${parcels[0]!.body.id}`)).body.status).toBe('DELIVERED');
  expect((await carrier.ask('GET', `/v1/shipments/${parcels[1]!.body.id}`)).body.status).toBe('CANCELLED');
  expect((await create({ reference: 'one' })).body.id).toBe(parcels[0]!.body.id);
});

test('does not know what does not exist', async () => {
  for (const path of ['/v1/shipments/shp_nobody', '/v1/nowhere', '/']) {
    expect(await carrier.ask('GET', path)).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } });
  }
});

test('does not answer a stranger', async () => {
  for (const key of ['', 'carrier-key-9999999999']) {
    const answer = await carrier.ask('GET', '/v1/services', undefined, key);
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHORIZED' } } });
  }
});

test('names its services', async () => {
  const { body } = await carrier.ask('GET', '/v1/services');
  expect(body.services.map(({ code }) => code)).toEqual(['standard', 'express', 'pickup']);
});
