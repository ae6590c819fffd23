import { DeliverySchema } from './delivery.schema.js';
import { MessageSchema } from './message.schema.js';
import { NotificationSchema } from './notification.schema.js';

/** The tables that are mapped to classes. */
export const schemas = [MessageSchema, DeliverySchema, NotificationSchema];
