/**
 * The tables that every subgraph has beside its own, for its first migration. Frozen: a change is a new constant and a
 * new migration in each subgraph.
 */
export const messagingTablesV1 = `
create table outbox (
  id bigserial primary key,
  event_id uuid not null unique,
  aggregate_type text not null,
  aggregate_id uuid not null,
  event_version int not null,
  type text not null,
  payload jsonb not null,
  headers jsonb not null,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  unique (aggregate_type, aggregate_id, event_version, type)
);
create index outbox_unpublished on outbox (id) where published_at is null;
create index outbox_unpublished_by_aggregate on outbox (aggregate_type, aggregate_id, event_version) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;

create function outbox_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('outbox', '');
  return null;
end $$;
create trigger outbox_notify after insert on outbox for each statement execute function outbox_notify();

create table inbox (
  consumer text not null,
  event_id uuid not null,
  aggregate_id uuid not null,
  version int not null,
  handled_at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);
create index inbox_handled_at on inbox (handled_at);

create table consumer_position (
  consumer text not null,
  aggregate_id uuid not null,
  version int not null,
  primary key (consumer, aggregate_id)
);

create table inbox_parked (
  consumer text not null,
  event_id uuid not null,
  aggregate_id uuid not null,
  version int not null,
  type text not null,
  envelope jsonb not null,
  parked_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_parked_by_aggregate on inbox_parked (consumer, aggregate_id, version);

create table dead_letter (
  consumer text not null,
  event_id uuid not null,
  type text not null,
  aggregate_id uuid not null,
  version int not null,
  envelope jsonb not null,
  error_class text not null,
  error_message text not null,
  fingerprint text not null,
  tries int not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null default now(),
  status text not null default 'DEAD' check (status in ('DEAD', 'REDRIVEN', 'DISCARDED')),
  primary key (consumer, event_id)
);

create table idempotency (
  owner text not null,
  operation text not null,
  key text not null,
  request_hash text not null,
  status text not null check (status in ('IN_PROGRESS', 'DONE')),
  response jsonb,
  locked_until timestamptz not null,
  created_at timestamptz not null default now(),
  primary key (owner, operation, key)
);
create index idempotency_created_at on idempotency (created_at);
`;

/** Lets `dead_letter` hold what is no event at all, too: such a message is known by its place in the stream. */
export const messagingTablesV2 = `
alter table dead_letter drop constraint dead_letter_pkey;
alter table dead_letter
  add column id bigint generated always as identity primary key,
  add column stream text,
  add column stream_sequence bigint,
  add column payload bytea,
  alter column event_id drop not null,
  alter column aggregate_id drop not null,
  alter column version drop not null,
  alter column envelope drop not null,
  add constraint dead_letter_event unique (consumer, event_id),
  add constraint dead_letter_message unique (consumer, stream, stream_sequence),
  add constraint dead_letter_names_what check (
    num_nulls(event_id, aggregate_id, version, envelope) = 0 or num_nulls(stream, stream_sequence, payload) = 0
  );
`;

/** Who redrove or discarded a dead letter, and when an alarm was raised for what is parked. */
export const messagingTablesV3 = `
alter table dead_letter
  add column redrives int not null default 0,
  add column redriven_at timestamptz,
  add column redriven_by text,
  add column discarded_at timestamptz,
  add column discarded_by text,
  add column discard_reason text;
create index dead_letter_newest on dead_letter (first_seen_at, id);
alter table inbox_parked add column alarmed_at timestamptz;
`;

/** Up to which sequence of its stream a consumer has settled everything, and the broker's time when that was so. */
export const messagingTablesV4 = `
create table consumer_floor (
  consumer text primary key,
  sequence bigint not null,
  settled_at timestamptz not null
);
`;

/**
 * SQL that takes UPDATE, DELETE and TRUNCATE on a table away from the application's role, which bears the owner's name
 * with `_app` for `_owner`: what is written there stays written.
 */
export function appendOnly(table: string): string {
  return `
do $$
begin
  execute format('revoke update, delete, truncate on ${table} from %I', regexp_replace(current_user, '_owner$', '_app'));
end $$;`;
}
