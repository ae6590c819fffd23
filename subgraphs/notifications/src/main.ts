import { runProcess } from '@souk/kit/server';
import { startNotifications } from './app.js';
import { readNotificationsConfig } from './config.js';

await runProcess('notifications', (logger) => startNotifications(readNotificationsConfig(), logger));
