import { Migration } from '@mikro-orm/migrations';
import { aggregateColumnsSql, appendOnly, messagingTablesV1 } from '@souk/kit/persistence';

export class Notifications0001 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV1);
    this.addSql(`
create table message (
  ${aggregateColumnsSql},
  dedupe_key text not null constraint message_dedupe_key_key unique,
  template text not null,
  content jsonb not null,
  channel text not null check (channel in ('EMAIL')),
  recipient_id uuid,
  order_id uuid,
  resend_of uuid references message (id),
  origin jsonb not null,
  status text not null check (status in ('NEW', 'SENDING', 'RETRYING', 'SENT', 'FAILED')),
  tries int not null check (tries >= 0),
  next_try_at timestamptz,
  sent_at timestamptz,
  receipt text,
  last_error text,
  created_at timestamptz not null,
  -- What is not at its end is due some time.
  check ((status in ('SENT', 'FAILED')) = (next_try_at is null)),
  check ((status = 'SENT') = (sent_at is not null))
);
create index message_due on message (next_try_at) where next_try_at is not null;
create index message_by_status on message (status, id);
create unique index message_open_resend on message (resend_of) where next_try_at is not null;

create table delivery (
  id uuid primary key,
  message_id uuid not null references message (id),
  try_number int not null check (try_number > 0),
  outcome text not null check (outcome in ('ACCEPTED', 'DEFERRED', 'REFUSED', 'UNKNOWN')),
  error text,
  occurred_at timestamptz not null,
  check ((outcome = 'ACCEPTED') = (error is null))
);
create index delivery_by_message on delivery (message_id, id);
${appendOnly('delivery')}

-- Whose order it is. Events of other aggregates may name an order before its own first event has arrived here.
create table known_order (
  order_id uuid primary key,
  customer_id uuid,
  order_number text,
  check ((customer_id is null) = (order_number is null))
);

create table notification (
  id uuid primary key,
  customer_id uuid,
  order_id uuid,
  kind text not null,
  content jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz,
  check (customer_id is not null or order_id is not null)
);
create index notification_by_customer on notification (customer_id, id);
create index notification_unread on notification (customer_id, id) where read_at is null;
create index notification_of_nobody_yet on notification (order_id) where customer_id is null;`);
  }
}
