export { AggregateRoot, takeRecordedEvents } from './aggregate-root.js';
export type { Clock } from './clock.js';
export { formatMoney, isCurrencyCode, minorUnitDigits } from './currency.js';
export { DomainError } from './domain-error.js';
export { isId, newId } from './id.js';
export { CurrencyMismatchError, Money } from './money.js';
export type { Origin } from './origin.js';
export {
  isPublicErrorCode,
  PublicError,
  type PublicErrorCode,
  type PublicErrorDetails,
  publicErrorCodes,
} from './public-error.js';
