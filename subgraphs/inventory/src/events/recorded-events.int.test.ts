import { afterAll, beforeAll, test } from '@jest/globals';
import { deliverRecorded, recordedEvents, type TestSubgraph } from '@souk/kit/testing';
import { orderCancelledV1, orderConfirmationRequestedV1 } from '@souk/schema/events/orders';
import { shipmentDispatchedV1 } from '@souk/schema/events/shipping';
import { anOrder } from '../../test/builders/an-order.js';
import { startTestInventory } from '../../test/start-test-inventory.js';
import { emOf, stockedVariant } from '../../test/stock.js';
import { handlers } from './handlers.js';

let inventory: TestSubgraph;

beforeAll(async () => {
  inventory = await startTestInventory();
}, 60_000);
afterAll(() => inventory.stop());

/** What must have happened to an order before an event of it can be handled. */
const earlierSteps: Record<string, readonly ('place' | 'requestConfirmation')[]> = {
  [orderConfirmationRequestedV1.type]: ['place'],
  [orderCancelledV1.type]: ['place'],
  [shipmentDispatchedV1.type]: ['place', 'requestConfirmation'],
};

test.each(recordedEvents(handlers))('$type as it was once published is still handled', async (event) => {
  const variantId = await stockedVariant(emOf(inventory), 1);
  const order = anOrder(inventory, [{ variantId, quantity: 1 }]);
  for (const step of earlierSteps[event.type] ?? []) await order[step]();
  await deliverRecorded(inventory, event, { orderId: order.id });
});
