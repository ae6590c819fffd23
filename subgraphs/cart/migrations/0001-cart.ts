import { Migration } from '@mikro-orm/migrations';
import { aggregateColumnsSql, messagingTablesV1 } from '@souk/kit/persistence';

export class Cart0001 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV1);
    this.addSql(`
create table cart (
  ${aggregateColumnsSql},
  owner_id uuid not null,
  kind text not null check (kind in ('CUSTOMER', 'GUEST')),
  channel_id text not null default 'default',
  cart_version int not null,
  lines jsonb not null,
  requests jsonb not null,
  orders jsonb not null,
  absorbed jsonb not null,
  merged_into uuid,
  expires_at timestamptz not null
);
create index cart_owner on cart (owner_id, expires_at) where merged_into is null;
create index cart_expires_at on cart (expires_at);

create table quote (
  id uuid primary key,
  owner_id uuid not null,
  cart_id uuid not null,
  cart_version int not null,
  channel_id text not null default 'default',
  currency text not null,
  destination jsonb not null,
  lines jsonb not null,
  shipping jsonb not null,
  shipping_methods jsonb not null,
  weight_grams int not null,
  prices_include_tax boolean not null,
  subtotal_minor bigint not null,
  tax_total_minor bigint not null,
  total_minor bigint not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '30 minutes',
  frozen_at timestamptz,
  frozen_for jsonb,
  check ((frozen_at is null) = (frozen_for is null))
);
create index quote_expires_at on quote (expires_at);

create table order_removal (
  order_id uuid primary key,
  quote_id uuid not null,
  lines jsonb not null,
  asked_at timestamptz not null,
  applied_at timestamptz,
  done_at timestamptz
);
create index order_removal_due on order_removal (asked_at) where done_at is null;
create index order_removal_done_at on order_removal (done_at);

create table tax_zone (
  code text primary key,
  name text not null,
  prices_include_tax boolean not null
);
create table tax_zone_country (
  country_code text primary key check (country_code ~ '^[A-Z]{2}$'),
  zone_code text not null references tax_zone (code)
);
create table tax_rate (
  id uuid primary key default gen_random_uuid(),
  zone_code text not null references tax_zone (code),
  country_code text,
  region text,
  tax_class_code text not null,
  rate_basis_points int not null check (rate_basis_points between 0 and 10000),
  check (region is null or country_code is not null),
  unique nulls not distinct (zone_code, country_code, region, tax_class_code)
);`);
    this.addSql(quotesNeverChange);
  }
}

/** The application may freeze a quote and forget it, but never change what it says. */
const quotesNeverChange = `
do $$
declare app text := regexp_replace(current_user, '_owner$', '_app');
begin
  execute format('revoke update, truncate on quote from %I', app);
  execute format('grant update (frozen_at, frozen_for) on quote to %I', app);
end $$;`;
