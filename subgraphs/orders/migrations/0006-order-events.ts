import { Migration } from '@mikro-orm/migrations';
import { appendOnly } from '@souk/kit/persistence';

/**
 * Keeps the events of orders for good. Of what happened before, only what the outbox still holds is known, and that says
 * less than an order's row: such orders begin with the row as it is now.
 */
export class OrderEvents0006 extends Migration {
  override up(): void {
    this.addSql(`
create table order_event (
  order_id uuid not null references orders (id) deferrable initially deferred,
  version int not null check (version > 0),
  type text not null,
  data jsonb not null,
  correlation_id text,
  origin text not null check (origin in ('RECORDED', 'OUTBOX', 'CARRIED_OVER')),
  recorded_at timestamptz not null default now(),
  primary key (order_id, version, type)
);
-- What is recorded has one row for each number.
create unique index order_event_recorded on order_event (order_id, version) where origin = 'RECORDED';

insert into order_event (order_id, version, type, data, correlation_id, origin, recorded_at)
select aggregate_id, event_version, type, payload - 'paymentToken', headers->>'correlationid', 'OUTBOX', created_at
from outbox where aggregate_type = 'orders.order';

insert into order_event (order_id, version, type, data, origin, recorded_at)
select id, event_count, 'OrderCarriedOver', jsonb_build_object(
    'id', id, 'eventCount', event_count, 'orderNumber', order_number, 'customerId', customer_id, 'isGuest', is_guest,
    'locale', locale, 'quoteId', quote_id, 'channelId', channel_id, 'currency', currency, 'status', status,
    'sequence', sequence, 'lines', lines, 'subtotalMinor', subtotal_minor, 'shippingMinor', shipping_minor,
    'taxMinor', tax_minor, 'totalMinor', total_minor, 'pricesIncludeTax', prices_include_tax,
    'weightGrams', weight_grams, 'shippingMethodCode', shipping_method_code,
    'shippingMethodName', shipping_method_name, 'countryCode', shipping_address->>'countryCode',
    'paymentProvider', payment->>'provider', 'cancellation', cancellation, 'placedAt', ${jsonTime('placed_at')},
    'history', (
      select jsonb_agg(jsonb_build_object('sequence', sequence, 'from', from_status, 'to', to_status,
        'causeEventId', cause_event_id, 'at', ${jsonTime('at')}) order by sequence)
      from order_status_history where order_id = orders.id
    )
  ), 'CARRIED_OVER', now()
from orders where event_count > 0;`);
    this.addSql(appendOnly('order_event'));
  }
}

/** A time as JavaScript writes it. */
function jsonTime(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}
