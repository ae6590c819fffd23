export { type KeepAuditHead, keepsAuditHead } from './audit-head.js';
export { type Envelope, envelopeSchema } from './envelope.js';
export {
  defineEvent,
  type EventContract,
  type EventMessage,
  isEventContract,
  partsOf,
  type ReceivedEvent,
} from './event.js';
export { countryField, currencyField, idField, moneyField, quantityField, timeField } from './fields.js';
export { defineQuestion, isQuestion, type Question, replySchema } from './question.js';
