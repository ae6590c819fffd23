import { Migration } from '@mikro-orm/migrations';
import { aggregateColumnsSql, messagingTablesV1 } from '@souk/kit/persistence';

export class Accounts0001 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV1);
    this.addSql(`
create table customer (
  ${aggregateColumnsSql},
  email text not null constraint customer_email_key unique,
  name text not null,
  locale text not null,
  password_hash text not null,
  roles text[] not null,
  epoch int not null,
  registered_at timestamptz not null,
  last_signed_in_at timestamptz
);

create table session (
  ${aggregateColumnsSql},
  kind text not null check (kind in ('ACCOUNT', 'GUEST')),
  owner_id uuid not null,
  guest_id uuid,
  current_hash text not null,
  previous_hash text,
  sealed_successor text,
  opened_at timestamptz not null,
  rotated_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_owner on session (owner_id) where revoked_at is null;
create index session_expires_at on session (expires_at);

create table customer_guest (
  guest_id uuid primary key,
  customer_id uuid not null references customer (id),
  claimed_at timestamptz not null default now()
);
create index customer_guest_customer on customer_guest (customer_id, claimed_at);

create table saved_address (
  id uuid primary key,
  customer_id uuid not null references customer (id),
  address jsonb not null,
  added_at timestamptz not null
);
create index saved_address_customer on saved_address (customer_id);

create table signing_key (
  kid uuid primary key,
  public_jwk jsonb not null,
  sealed_private_jwk text not null,
  signs_from timestamptz not null,
  retires_at timestamptz,
  created_at timestamptz not null default now()
);`);
  }
}
