import { afterAll, beforeAll, test } from '@jest/globals';
import { deliverRecorded, recordedEvents } from '@souk/kit/testing';
import { startTestNotifications, type TestNotifications } from '../../test/start-test-notifications.js';
import { handlers } from './handlers.js';

let notifications: TestNotifications;

beforeAll(async () => {
  notifications = await startTestNotifications();
}, 60_000);
afterAll(() => notifications.stop());

test.each(recordedEvents(handlers))('$type as it was once published is still handled', (event) =>
  deliverRecorded(notifications, event),
);
