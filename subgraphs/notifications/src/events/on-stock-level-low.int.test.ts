import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { publishEvent } from '@souk/kit/testing';
import { stockLevelLowV1 } from '@souk/schema/events/inventory';
import { startTestNotifications, type TestNotifications } from '../../test/start-test-notifications.js';
import { untilHandled } from '../../test/until-handled.js';
import { Message } from '../domain/message.js';

let notifications: TestNotifications;

beforeAll(async () => {
  notifications = await startTestNotifications(null);
}, 60_000);
afterAll(() => notifications.stop());

test('where staff have no address, an alarm is heard and nobody is told', async () => {
  const { nats, orm } = notifications.running.parts;
  const low = { variantId: newId(), warehouseCode: 'BER', onHand: 4, available: 3, threshold: 5 };
  const { id } = await publishEvent(nats, stockLevelLowV1(low), { aggregateId: newId(), version: 1 });
  await untilHandled(notifications, 'inventory', 'stock-level');
  expect(await orm.em.fork().execute('select event_id from inbox')).toEqual([{ event_id: id }]);
  expect(await orm.em.fork().count(Message)).toBe(0);
});
