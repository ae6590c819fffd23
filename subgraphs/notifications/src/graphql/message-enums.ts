import { registerEnumType } from 'type-graphql';
import { deliveryOutcomes } from '../domain/delivery.js';
import { messageTemplates } from '../domain/message-content.js';
import { messageStatuses } from '../domain/message-status.js';

export const MessageStatusEnum = enumOf(messageStatuses);
registerEnumType(MessageStatusEnum, {
  name: 'MessageStatus',
  description: 'How far a message has come.',
  valuesConfig: {
    NEW: { description: 'Written, not tried yet.' },
    SENDING: { description: 'Being handed to the mail server.' },
    RETRYING: { description: 'It did not work, and is tried again.' },
    SENT: { description: 'A mail server has it.' },
    FAILED: { description: 'Given up.' },
  },
});

export const MessageTemplateEnum = enumOf(messageTemplates);
registerEnumType(MessageTemplateEnum, {
  name: 'MessageTemplate',
  description: 'What a message says.',
  valuesConfig: {
    WELCOME: { description: 'The account is open.' },
    ORDER_PLACED: { description: 'An order was received; for guests with the link to it.' },
    ORDER_PAID: { description: 'An order was paid.' },
    ORDER_SHIPPED: { description: 'A parcel is on its way.' },
    ORDER_DELIVERED: { description: 'A parcel has arrived.' },
    ORDER_CANCELLED: { description: 'An order was cancelled.' },
    PAYMENT_ACTION_REQUIRED: { description: "The customer's bank wants them to approve a payment." },
    PAYMENT_REFUNDED: { description: 'Money was given back.' },
    STOCK_LOW: { description: 'Stock runs out; for staff.' },
  },
});

export const DeliveryOutcomeEnum = enumOf(deliveryOutcomes);
registerEnumType(DeliveryOutcomeEnum, {
  name: 'DeliveryOutcome',
  description: 'How a try to send a message ended.',
  valuesConfig: {
    ACCEPTED: { description: 'A mail server took it.' },
    DEFERRED: { description: 'Not now: it is tried again later.' },
    REFUSED: { description: 'Never: there is no such mailbox, or nobody to write to.' },
    UNKNOWN: { description: 'The process died before it could say; the mail may have gone out.' },
  },
});

function enumOf<Value extends string>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [value, value]));
}
