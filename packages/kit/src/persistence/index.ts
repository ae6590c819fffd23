export { aggregateColumns, aggregateColumnsSql } from './aggregate-columns.js';
export { canonicalJson } from './canonical-json.js';
export { type AnySchema, createOrm, type EntityManager, type Orm } from './create-orm.js';
export { databaseTime } from './database-time.js';
export { findOutcome, forgetOldOutcomes, type IdempotentRequest, idempotently, type Outcome } from './idempotency.js';
export { inTransaction, isRetryable } from './in-transaction.js';
export { isDatabaseAway } from './is-database-away.js';
export {
  appendOnly,
  messagingTablesV1,
  messagingTablesV2,
  messagingTablesV3,
  messagingTablesV4,
} from './messaging-tables.js';
export { migrate, type NamedMigration } from './migrate.js';
export { runPrepared } from './run-prepared.js';
export { breaksUnique } from './unique-violation.js';
