import { afterAll, beforeAll, test } from '@jest/globals';
import { deliverRecorded, recordedEvents } from '@souk/kit/testing';
import { startTestCart, type TestCart } from '../../test/start-test-cart.js';
import { handlers } from './handlers.js';

let cart: TestCart;

beforeAll(async () => {
  cart = await startTestCart();
}, 60_000);
afterAll(() => cart.stop());

test.each(recordedEvents(handlers))('$type as it was once published is still handled', (event) =>
  deliverRecorded(cart, event),
);
