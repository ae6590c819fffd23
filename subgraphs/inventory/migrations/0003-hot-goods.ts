import { Migration } from '@mikro-orm/migrations';

/** Goods that many want at once: a part of a level can be laid out as rows of one unit each. */
export class HotGoods0003 extends Migration {
  override up(): void {
    this.addSql(`
alter table stock_level
  add column pooling text not null default 'AUTOMATIC' check (pooling in ('AUTOMATIC', 'ALWAYS')),
  add column busy_at timestamptz,
  add column pooled int not null default 0 check (pooled between 0 and 1000),
  add check (reserved + pooled <= on_hand);
create index stock_level_hot on stock_level (id) where pooling = 'ALWAYS' or busy_at is not null or pooled > 0;

-- "reservation_id" is in no index: taking a unit then stays on its page (HOT), and the free half of each page is for that.
-- No reference to reservation: its check would be one more statement for each unit taken.
create table stock_unit (
  variant_id uuid not null,
  warehouse_id uuid not null,
  number int not null check (number between 1 and 1000),
  reservation_id uuid,
  primary key (variant_id, warehouse_id, number),
  foreign key (variant_id, warehouse_id) references stock_level (variant_id, warehouse_id)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- The pool's counter is written here and nowhere else, so that it cannot disagree with the rows.
create function stock_unit_count() returns trigger language plpgsql as $$
begin
  update stock_level level set pooled = level.pooled + changed.difference
  from (
    select variant_id, warehouse_id, (case tg_op when 'INSERT' then 1 else -1 end) * count(*) as difference
    from changed_units group by variant_id, warehouse_id order by warehouse_id, variant_id
  ) changed
  where level.variant_id = changed.variant_id and level.warehouse_id = changed.warehouse_id;
  return null;
end $$;
create trigger stock_unit_laid_out after insert on stock_unit
  referencing new table as changed_units for each statement execute function stock_unit_count();
create trigger stock_unit_taken_in after delete on stock_unit
  referencing old table as changed_units for each statement execute function stock_unit_count();

-- How often somebody waited too long for a level's row, of late: the measure of a rush.
create table long_wait (
  id bigint generated always as identity primary key,
  variant_id uuid not null,
  warehouse_id uuid not null,
  waited_at timestamptz not null default clock_timestamp()
);`);
  }
}
