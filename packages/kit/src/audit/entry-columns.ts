/**
 * The columns of an entry that its hash covers, in SQL; the time as a text that loses nothing and is the same everywhere.
 * Who sorts names the table, `audit_entry.id`, or texts would be sorted.
 */
export const entryColumns = `id::text as id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  actor, action, subject, correlation_id as "correlationId", reason, before_hash as "beforeHash", after_hash as "afterHash"`;
