import { registerEnumType } from 'type-graphql';
import { customerTemplates } from '../domain/message-content.js';

export const NotificationKindEnum = Object.fromEntries(customerTemplates.map((kind) => [kind, kind]));
registerEnumType(NotificationKindEnum, {
  name: 'NotificationKind',
  description: 'What a customer was told.',
  valuesConfig: {
    WELCOME: { description: 'The account is open.' },
    ORDER_PLACED: { description: 'An order was received.' },
    ORDER_PAID: { description: 'An order was paid.' },
    ORDER_SHIPPED: { description: 'A parcel is on its way.' },
    ORDER_DELIVERED: { description: 'A parcel has arrived.' },
    ORDER_CANCELLED: { description: 'An order was cancelled.' },
    PAYMENT_ACTION_REQUIRED: { description: "The customer's bank wants them to approve a payment." },
    PAYMENT_REFUNDED: { description: 'Money was given back.' },
  },
});
