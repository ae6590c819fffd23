export { defineEvent, type EventContract, type EventMessage, partsOf, type ReceivedEvent } from './event.js';
export { countryField, currencyField, idField, moneyField, quantityField, timeField } from './fields.js';
export { defineQuestion, type Question } from './question.js';
