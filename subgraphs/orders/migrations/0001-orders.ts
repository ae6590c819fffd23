import { Migration } from '@mikro-orm/migrations';
import { aggregateColumnsSql, appendOnly, messagingTablesV1 } from '@souk/kit/persistence';

const statuses = `('PENDING', 'CONFIRMED', 'PAID', 'SHIPPED', 'DELIVERED', 'COMPLETED', 'CANCELLED')`;

export class Orders0001 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV1);
    this.addSql(`
create table orders (
  ${aggregateColumnsSql},
  order_number text not null constraint orders_order_number_key unique,
  customer_id uuid not null,
  is_guest boolean not null,
  contact_email text,
  locale text not null,
  quote_id uuid not null,
  channel_id text not null default 'default',
  currency text not null,
  status text not null check (status in ${statuses}),
  sequence int not null,
  lines jsonb not null check (jsonb_array_length(lines) > 0),
  subtotal_minor bigint not null check (subtotal_minor >= 0),
  shipping_minor bigint not null check (shipping_minor >= 0),
  tax_minor bigint not null check (tax_minor >= 0),
  total_minor bigint not null check (total_minor >= 0),
  prices_include_tax boolean not null,
  weight_grams bigint not null,
  shipping_method_code text not null,
  shipping_method_name text not null,
  shipping_address jsonb not null,
  payment jsonb not null,
  cancellation jsonb,
  placed_at timestamptz not null,
  check ((status = 'CANCELLED') = (cancellation is not null)),
  check (contact_email is not null or not is_guest)
);
create unique index orders_live_quote on orders (quote_id) where status <> 'CANCELLED';
create index orders_by_customer on orders (customer_id, id);
create index orders_by_status on orders (status, id);

create table order_status_history (
  order_id uuid not null references orders (id) deferrable initially deferred,
  sequence int not null check (sequence > 0),
  from_status text check (from_status in ${statuses}),
  to_status text not null check (to_status in ${statuses}),
  cause_event_id uuid,
  at timestamptz not null,
  primary key (order_id, sequence),
  unique (order_id, sequence, to_status),
  check ((sequence = 1) = (from_status is null))
);
${appendOnly('order_status_history')}
-- No commit may leave an order whose present status is not the last row of its history.
alter table orders add constraint orders_status_is_in_history
  foreign key (id, sequence, status) references order_status_history (order_id, sequence, to_status)
  deferrable initially deferred;

create table saga_instance (
  order_id uuid primary key references orders (id),
  step text not null,
  deadline timestamptz,
  attempt int not null,
  data jsonb not null,
  -- Whatever is awaited is awaited until a time.
  check ((step = 'DONE') = (deadline is null))
);
create index saga_instance_deadline on saga_instance (deadline) where deadline is not null;

create table order_link (
  secret_hash text primary key,
  order_id uuid not null references orders (id),
  created_at timestamptz not null default now()
);`);
  }
}
