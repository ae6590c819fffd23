import { Migration } from '@mikro-orm/migrations';
import { aggregateColumnsSql, appendOnly, messagingTablesV1 } from '@souk/kit/persistence';

export class Inventory0001 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV1);
    this.addSql(`
create table warehouse (
  id uuid primary key,
  code text not null constraint warehouse_code_key unique,
  name text not null,
  priority int not null,
  country_code text check (country_code ~ '^[A-Z]{2}$'),
  opened_at timestamptz not null default now()
);
create index warehouse_by_priority on warehouse (priority, code);

create table variant (
  id uuid primary key,
  sku text not null
);

-- "reserved" and "on_hand" are in no index and no index's condition: the update of a row that many customers want at
-- once then stays on its page (HOT), and the free room on each page is for that.
create table stock_level (
  ${aggregateColumnsSql},
  variant_id uuid not null references variant (id),
  warehouse_id uuid not null references warehouse (id),
  on_hand int not null default 0 check (on_hand >= 0),
  on_hand_version int not null default 0,
  reserved int not null default 0 check (reserved >= 0),
  low_stock_threshold int check (low_stock_threshold > 0),
  low_reported_at timestamptz,
  constraint stock_level_variant_warehouse_key unique (variant_id, warehouse_id),
  check (reserved <= on_hand)
) with (fillfactor = 70);
create index stock_level_by_warehouse on stock_level (warehouse_id, id);
create index stock_level_watched on stock_level (id) where low_stock_threshold is not null;

create table reservation (
  ${aggregateColumnsSql},
  order_id uuid not null constraint reservation_order_key unique,
  status text not null check (status in ('HELD', 'CONFIRMED', 'SHIPPED', 'RELEASED', 'EXPIRED', 'REJECTED')),
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  check (status not in ('HELD', 'CONFIRMED', 'SHIPPED', 'EXPIRED') or expires_at is not null)
);
create index reservation_held on reservation (expires_at) where status = 'HELD';

-- No reference to stock_level: checking it would lock the very rows that are to be locked last and shortest.
create table reservation_line (
  reservation_id uuid not null references reservation (id),
  variant_id uuid not null,
  warehouse_id uuid not null,
  quantity int not null check (quantity > 0),
  primary key (reservation_id, warehouse_id, variant_id)
);

create table stock_movement (
  id uuid primary key,
  variant_id uuid not null,
  warehouse_id uuid not null,
  kind text not null check (kind in ('RECEIVED', 'SOLD', 'RETURNED', 'ADJUSTED')),
  quantity int not null,
  on_hand_after int not null check (on_hand_after >= 0),
  cause text not null constraint stock_movement_cause_key unique,
  event_id uuid,
  staff_id uuid,
  reason text,
  note text,
  occurred_at timestamptz not null,
  foreign key (variant_id, warehouse_id) references stock_level (variant_id, warehouse_id),
  check (case kind when 'SOLD' then quantity < 0 when 'ADJUSTED' then quantity <> 0 else quantity > 0 end)
);
create index stock_movement_by_variant on stock_movement (variant_id, id);`);
    this.addSql(appendOnly('stock_movement'));
    this.addSql(appendOnly('reservation_line'));
  }
}
