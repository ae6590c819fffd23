import { Migration } from '@mikro-orm/migrations';
import { aggregateColumnsSql, appendOnly, messagingTablesV1 } from '@souk/kit/persistence';

export class Payments0001 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV1);
    this.addSql(`
create table payment (
  ${aggregateColumnsSql},
  order_id uuid not null constraint payment_order_id_key unique,
  customer_id uuid not null,
  status text not null check (status in ('REQUESTED', 'ACTION_REQUIRED', 'AUTHORIZED', 'CAPTURED',
    'PARTIALLY_REFUNDED', 'REFUNDED', 'FAILED', 'VOIDED')),
  provider text not null,
  payment_token text not null,
  provider_reference text,
  is_open boolean not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor between 0 and 9007199254740991),
  authorized_minor bigint not null check (authorized_minor between 0 and amount_minor),
  released_minor bigint not null check (released_minor >= 0),
  captured_minor bigint not null check (captured_minor >= 0),
  refunded_minor bigint not null check (refunded_minor >= 0),
  refunding_minor bigint not null check (refunding_minor >= 0),
  next_action jsonb,
  failure jsonb,
  pay_by timestamptz not null,
  requested_at timestamptz not null,
  capture_requested_at timestamptz,
  cancel_requested_at timestamptz,
  expired_at timestamptz,
  constraint payment_takes_what_it_holds check (captured_minor + released_minor <= authorized_minor),
  constraint payment_refunds_what_it_took check (refunded_minor + refunding_minor <= captured_minor)
);
create unique index payment_provider_reference on payment (provider, provider_reference);
create index payment_awaiting_customer on payment (pay_by) where status = 'ACTION_REQUIRED' and expired_at is null;

create table refund (
  id uuid primary key,
  payment_id uuid not null references payment (id) deferrable initially deferred,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  reason text,
  requested_by uuid,
  requested_at timestamptz not null,
  status text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
  provider_reference text,
  failure_message text,
  settled_at timestamptz
);
create index refund_payment on refund (payment_id);
create unique index refund_provider_reference on refund (payment_id, provider_reference);

create table payment_attempt (
  id uuid primary key,
  seq bigserial not null,
  payment_id uuid not null references payment (id) deferrable initially deferred,
  refund_id uuid references refund (id) deferrable initially deferred,
  operation text not null check (operation in ('AUTHORIZE', 'CAPTURE', 'VOID', 'REFUND')),
  provider_key text not null constraint payment_attempt_provider_key_key unique,
  state text not null check (state in ('PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN')),
  amount_minor bigint not null check (amount_minor >= 0),
  origin jsonb not null,
  tries int not null default 0,
  next_try_at timestamptz not null default now(),
  locked_until timestamptz,
  lease_epoch int not null default 0,
  answer jsonb,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  check ((operation = 'REFUND') = (refund_id is not null))
);
create index payment_attempt_due on payment_attempt (next_try_at) where state in ('PENDING', 'UNKNOWN');
create index payment_attempt_payment on payment_attempt (payment_id, seq);
create unique index payment_attempt_one_at_a_time on payment_attempt (payment_id)
  where operation <> 'REFUND' and state in ('PENDING', 'UNKNOWN');

create table payment_event (
  provider text not null,
  provider_event_id text not null,
  type text not null,
  payload jsonb not null,
  received_at timestamptz not null default now(),
  handled_at timestamptz,
  outcome text check (outcome in ('APPLIED', 'KNOWN', 'OF_NO_CONCERN', 'UNKNOWN_PAYMENT')),
  tries int not null default 0,
  next_try_at timestamptz not null default now(),
  primary key (provider, provider_event_id),
  check ((handled_at is null) = (outcome is null))
);
create index payment_event_due on payment_event (next_try_at) where handled_at is null;

create table ledger_entry (
  id bigserial primary key,
  transaction_id uuid not null,
  payment_id uuid not null references payment (id) deferrable initially deferred,
  movement text not null check (movement in ('AUTHORIZED', 'RELEASED', 'CAPTURED', 'REFUNDED')),
  account text not null check (account in ('PROVIDER_HOLDS', 'CUSTOMER_HOLDS', 'PROVIDER_BALANCE', 'CUSTOMER_PAYMENTS')),
  debit_minor bigint not null check (debit_minor >= 0),
  credit_minor bigint not null check (credit_minor >= 0),
  currency text not null,
  occurred_at timestamptz not null,
  check ((debit_minor = 0) <> (credit_minor = 0)),
  constraint ledger_entry_once_per_transaction unique (transaction_id, account)
);
create index ledger_entry_payment on ledger_entry (payment_id);
create unique index ledger_entry_once_per_payment on ledger_entry (payment_id, movement, account)
  where movement in ('AUTHORIZED', 'CAPTURED');

create function ledger_must_balance() returns trigger language plpgsql as $$
begin
  if exists (
    select from ledger_entry where transaction_id = new.transaction_id
    group by currency having sum(debit_minor) <> sum(credit_minor)
  ) then
    raise exception 'ledger transaction % does not balance', new.transaction_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_balances after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_must_balance();`);
    this.addSql(appendOnly('ledger_entry'));
  }
}
