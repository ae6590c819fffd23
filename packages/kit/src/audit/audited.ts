/** Which changes of a table are audited, and what they are called. Where SQL is asked for, `it` is the row. */
export interface AuditedTable {
  table: string;
  /** What an entry is about, as SQL: `'order:' || it.id`. Ids only, so that erasing a person leaves the log alone. */
  subject: string;
  /** Begins the name of the action. */
  noun: string;
  /** What happened to it, as SQL, when it did not go: `it.status`. Otherwise it was `created` or `changed`. */
  verb?: string;
  /** What a change of is audited; also what is hashed before and after. */
  columns: readonly string[];
  /** Which rows are audited, as SQL, when not all are. */
  where?: string;
}

/**
 * SQL that makes a table write an audit entry for each change, in the change's own transaction: a trigger, which holds for
 * everything that can write to the table, and which only the table's owner could take away.
 */
export function audited({ table, subject, noun, verb, columns, where = 'true' }: AuditedTable): string {
  const name = `audit_${table}_${noun.replaceAll('-', '_')}`;
  return `
create function ${name}() returns trigger language plpgsql as $$
declare
  it ${table} := coalesce(new, old);
  before jsonb := case when tg_op <> 'INSERT' then ${stateOf('old', columns)} end;
  after jsonb := case when tg_op <> 'DELETE' then ${stateOf('new', columns)} end;
  verb text := case tg_op when 'DELETE' then 'deleted' else ${verb ?? `case tg_op when 'INSERT' then 'created' else 'changed' end`} end;
begin
  if before is distinct from after and (${where}) then
    perform audit('${noun}.' || lower(replace(verb, '_', '-')), ${subject}, null, before, after);
  end if;
  return null;
end $$;
create trigger ${name} after insert or delete or update of ${columns.join(', ')} on ${table}
  for each row execute function ${name}();
`;
}

function stateOf(row: 'old' | 'new', columns: readonly string[]): string {
  return `jsonb_build_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
}
