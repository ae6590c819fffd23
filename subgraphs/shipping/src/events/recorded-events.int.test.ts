import { afterAll, beforeAll, test } from '@jest/globals';
import { deliverRecorded, recordedEvents, type TestSubgraph } from '@souk/kit/testing';
import { startTestCarrier, startTestShipping, type TestCarrier } from '../../test/start-test-shipping.js';
import { handlers } from './handlers.js';

let carrier: TestCarrier;
let shipping: TestSubgraph;

beforeAll(async () => {
  carrier = await startTestCarrier();
  shipping = await startTestShipping(carrier);
}, 60_000);
afterAll(async () => {
  await shipping.stop();
  await carrier.stop();
});

test.each(recordedEvents(handlers))('$type as it was once published is still handled', (event) =>
  deliverRecorded(shipping, event),
);
