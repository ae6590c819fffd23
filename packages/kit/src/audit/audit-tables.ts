/**
 * The audit log of a subgraph, for its migrations. Frozen: a change is a new constant and a new migration in each subgraph.
 *
 * The application's role may write an entry, but neither when nor which, and may link it into the chain once; the rest is
 * taken away from it. An entry never changes after that, whoever asks, and none goes.
 */
export const auditTablesV1 = `
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  action text not null,
  subject text not null,
  correlation_id text,
  reason text,
  before_hash text,
  after_hash text,
  seq bigint unique check (seq > 0),
  prev_hash text,
  hash text unique,
  constraint audit_entry_is_linked_or_not check (num_nulls(seq, prev_hash, hash) in (0, 3))
);
create index audit_entry_unlinked on audit_entry (id) where hash is null;
create index audit_entry_subject on audit_entry (subject, id);

create table audit_head (
  subgraph text not null,
  seq bigint not null,
  hash text not null,
  kept_at timestamptz not null default clock_timestamp(),
  primary key (subgraph, seq, hash)
);

do $$
declare app text := regexp_replace(current_user, '_owner$', '_app');
begin
  execute format('revoke insert, update, delete, truncate on audit_entry from %I', app);
  execute format('grant insert (actor, action, subject, correlation_id, reason, before_hash, after_hash) on audit_entry to %I', app);
  execute format('grant update (seq, prev_hash, hash) on audit_entry to %I', app);
  execute format('revoke update, delete, truncate on audit_head from %I', app);
end $$;

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'An audit entry does not change and does not go.' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_stays_as_linked before update on audit_entry
  for each row when (old.hash is not null) execute function audit_entry_stays();
create trigger audit_entry_stays before delete on audit_entry
  for each row execute function audit_entry_stays();

-- What was before and after is kept as a hash: enough to prove a state, nothing to erase.
create function audit(action text, subject text, reason text, before jsonb, after jsonb) returns void language plpgsql as $$
begin
  insert into audit_entry (actor, action, subject, correlation_id, reason, before_hash, after_hash) values (
    coalesce(nullif(current_setting('souk.actor', true), ''), 'database:' || session_user), action, subject,
    nullif(current_setting('souk.correlation_id', true), ''), reason,
    encode(sha256(convert_to(before::text, 'UTF8')), 'hex'), encode(sha256(convert_to(after::text, 'UTF8')), 'hex')
  );
end $$;
`;
