import { Migration } from '@mikro-orm/migrations';

/** When our books were compared with the providers', and in what they did not agree. */
export class Reconciliation0004 extends Migration {
  override up(): void {
    this.addSql(`
create table reconciliation_round (
  id uuid primary key,
  kind text not null check (kind in ('RECENT', 'DAILY', 'BY_HAND')),
  window_from timestamptz not null,
  window_until timestamptz not null,
  started_at timestamptz not null default now(),
  lease_until timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('COMPLETED', 'FAILED', 'ABANDONED')),
  payments_compared int,
  refunds_compared int,
  repaired int,
  put_off int,
  reported int,
  still_open int,
  check ((ended_at is null) = (outcome is null)),
  check (outcome <> 'COMPLETED'
    or num_nulls(payments_compared, refunds_compared, repaired, put_off, reported, still_open) = 0)
);
create unique index reconciliation_round_one_at_a_time on reconciliation_round ((true)) where ended_at is null;
create index reconciliation_round_ended on reconciliation_round (kind, ended_at);

create table reconciliation_difference (
  id uuid primary key,
  provider text not null,
  payment_reference text not null,
  payment_id uuid,
  subject text not null check (subject in ('PAYMENT', 'REFUND')),
  kind text not null check (kind in
    ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT_DIFFERS', 'CURRENCY_DIFFERS', 'STATE_DIFFERS')),
  reference text not null,
  point text not null,
  ours text,
  theirs text,
  status text not null check (status in ('OPEN', 'REPAIRED', 'GONE')),
  found_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((status = 'OPEN') = (ended_at is null))
);
create unique index reconciliation_difference_once on reconciliation_difference
  (provider, payment_reference, subject, kind, reference, point) where status = 'OPEN';

create index payment_requested on payment (requested_at) where provider_reference is not null;
create index refund_settled on refund (settled_at) where status = 'SUCCEEDED';`);
  }
}
