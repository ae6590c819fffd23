import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RunningCarrier } from './start-carrier.js';

let carrier: RunningCarrier;
beforeEach(async () => {
  carrier = await RunningCarrier.start();
});
afterEach(() => carrier.stop());

async function shipmentTo(name: string) {
  const to = { name, line1: '1 High Street', city: 'Lisbon', postalCode: '1100-001', countryCode: 'PT' };
  const parcel = { reference: 'an-order', to, weightGrams: 1_250, service: 'express' };
  return (await carrier.ask('POST', '/v1/shipments', parcel)).body;
}

test('is a picture that a browser may open without a key', async () => {
  const shipment = await shipmentTo('The Recipient');
  const label = await fetch(shipment.labelUrl);
  const svg = await label.text();
  expect(label.headers.get('content-type')).toContain('image/svg+xml');
  for (const text of [
    'The Recipient',
    '1 High Street',
    '1100-001 Lisbon',
    'Express',
    '1.250 kg',
    shipment.trackingNumber,
  ]) {
    expect(svg).toContain(text);
  }
});

test('is not there for who does not know its address', async () => {
  const { labelUrl } = await shipmentTo('The Recipient');
  for (const guess of [labelUrl.replace(/token=.*/, ''), `${labelUrl}x`, labelUrl.replace('shp_', 'shp_0')]) {
    expect((await fetch(guess)).status).toBe(404);
  }
});

test('shows an address as text, whatever it contains', async () => {
  const { labelUrl } = await shipmentTo('<script>alert("1")</script>');
  const svg = await (await fetch(labelUrl)).text();
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('&lt;script&gt;');
});
