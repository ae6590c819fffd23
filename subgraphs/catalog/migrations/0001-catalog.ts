import { Migration } from '@mikro-orm/migrations';
import { aggregateColumnsSql, messagingTablesV1 } from '@souk/kit/persistence';

/**
 * A product is one row, its variants inside. `product_variant` is where they are found by id and SKU; a trigger keeps it, in
 * the same transaction.
 */
export class Catalog0001 extends Migration {
  override up(): void {
    this.addSql(messagingTablesV1);
    this.addSql(`
create table category (
  id uuid primary key,
  slug text collate "C" not null constraint category_slug_key unique,
  name text not null,
  parent_id uuid references category (id),
  path uuid[] not null
);
create unique index category_name_key on category (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name);

create table product (
  ${aggregateColumnsSql},
  slug text collate "C" not null constraint product_slug_key unique,
  title text not null,
  description text not null,
  brand text,
  category_ids uuid[] not null,
  tax_class_code text not null,
  images jsonb not null,
  attributes jsonb not null,
  variants jsonb not null,
  status text not null check (status in ('ACTIVE', 'WITHDRAWN')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table product_variant (
  id uuid primary key,
  product_id uuid not null references product (id),
  sku text not null constraint product_variant_sku_key unique
);
create index product_variant_product on product_variant (product_id);

create function product_variants_changed() returns trigger language plpgsql as $$
begin
  insert into product_variant (id, product_id, sku)
  select (variant ->> 'id')::uuid, changed.id, variant ->> 'sku'
  from changed, jsonb_array_elements(changed.variants) as variant
  order by 1
  on conflict (id) do nothing;
  return null;
end $$;
create trigger product_inserted_variants after insert on product
  referencing new table as changed for each statement execute function product_variants_changed();
create trigger product_updated_variants after update on product
  referencing new table as changed for each statement execute function product_variants_changed();

create table price (
  ${aggregateColumnsSql},
  product_id uuid not null references product (id),
  variant_id uuid not null references product_variant (id),
  channel_id text not null default 'default',
  currency text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  constraint price_variant_key unique (variant_id, channel_id, currency)
);
create index price_product on price (product_id);

create table import_record (
  source text not null,
  external_id text not null,
  row_hash text not null,
  product_id uuid not null references product (id),
  imported_at timestamptz not null,
  primary key (source, external_id)
);`);
  }
}
