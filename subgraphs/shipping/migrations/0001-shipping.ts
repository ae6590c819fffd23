import { Migration } from '@mikro-orm/migrations';
import { aggregateColumnsSql, appendOnly, messagingTablesV1 } from '@souk/kit/persistence';

export class Shipping0001 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV1);
    this.addSql(`
create table shipping_zone (code text primary key, name text not null);
create table shipping_zone_country (
  country_code text primary key,
  zone_code text not null references shipping_zone (code)
);
create table shipping_method (
  zone_code text not null references shipping_zone (code),
  code text not null,
  name text not null,
  tax_class_code text not null default 'standard',
  min_days int not null check (min_days >= 0),
  max_days int not null check (max_days >= min_days),
  primary key (zone_code, code)
);
create table shipping_rate (
  channel_id text not null default 'default',
  zone_code text not null,
  method_code text not null,
  currency text not null,
  price_minor bigint not null check (price_minor >= 0),
  free_from_minor bigint check (free_from_minor >= 0),
  max_weight_grams int check (max_weight_grams > 0),
  primary key (channel_id, zone_code, method_code, currency),
  foreign key (zone_code, method_code) references shipping_method (zone_code, code)
);

create table shipment (
  ${aggregateColumnsSql},
  order_id uuid not null constraint shipment_order_key unique,
  customer_id uuid not null,
  method_code text not null,
  carrier text not null,
  status text not null check (status in ('CREATED', 'LABELLED', 'DISPATCHED', 'DELIVERED', 'CANCELLED')),
  parcel jsonb,
  label jsonb,
  cancellation_wish text,
  cancellation_code text,
  origin jsonb not null,
  due_at timestamptz not null default now(),
  created_at timestamptz not null,
  dispatched_at timestamptz,
  delivered_at timestamptz
);
create index shipment_due on shipment (due_at) where status in ('CREATED', 'LABELLED', 'DISPATCHED');
create index shipment_cancellation_wish on shipment (due_at) where cancellation_wish is not null;
create index shipment_customer on shipment (customer_id);

create table tracking_event (
  shipment_id uuid not null references shipment (id),
  status text not null,
  occurred_at timestamptz not null,
  location text not null,
  description text not null,
  primary key (shipment_id, status, occurred_at)
);
${appendOnly('tracking_event')}`);
  }
}
