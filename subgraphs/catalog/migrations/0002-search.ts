import { Migration } from '@mikro-orm/migrations';

/** What searching reads. Triggers keep it, so that no writer can forget it and it changes in the same transaction. */
export class Catalog0002 extends Migration {
  override up(): void {
    this.addSql(readTables);
    this.addSql(projectProducts);
    this.addSql(projectPrices);
  }
}

const readTables = `
create text search configuration souk (copy = pg_catalog.english);
alter text search configuration souk alter mapping for hword, hword_part, word with public.unaccent, english_stem;

create table product_search (
  product_id uuid primary key references product (id),
  is_active boolean not null,
  created_at timestamptz not null,
  title_key text collate "C" not null,
  brand text,
  category_ids uuid[] not null,
  attribute_pairs text[] not null,
  lowest_prices jsonb not null default '{}',
  document tsvector not null
);
create index product_search_document on product_search using gin (document);
create index product_search_created on product_search (created_at, product_id) where is_active;
create index product_search_title on product_search (title_key, product_id) where is_active;

create table search_word (word text primary key);
create index search_word_trigrams on search_word using gin (word gin_trgm_ops);`;

/** Hyphens and slashes part words, as they do in what people type: PostgreSQL itself would read WH-1000 as a negative number. */
const projectProducts = `
create function words_in(texts text) returns tsvector language sql stable as $$
  select to_tsvector('souk', translate(texts, '-/_', '   '))
$$;

create function project_products(changed_ids uuid[]) returns void language sql as $$
  insert into product_search
    (product_id, is_active, created_at, title_key, brand, category_ids, attribute_pairs, document)
  select p.id, p.status = 'ACTIVE', p.created_at, lower(unaccent(p.title)), p.brand,
    coalesce(shelf.ids, '{}'), coalesce(feature.pairs, '{}'),
    setweight(words_in(p.title), 'A')
      || setweight(words_in(concat_ws(' ', p.brand, shelf.names)), 'B')
      || setweight(words_in(concat_ws(' ', variant.skus, feature.texts, p.description)), 'C')
  from product p
  left join lateral (
    select array_agg(distinct step.id) as ids, string_agg(distinct step.name, ' ') as names
    from category own join category step on step.id = any(own.path)
    where own.id = any(p.category_ids)
  ) shelf on true
  left join lateral (
    select string_agg(v ->> 'sku', ' ') as skus, jsonb_agg(v -> 'options') as options
    from jsonb_array_elements(p.variants) v
  ) variant on true
  left join lateral (
    select array_agg(distinct (f ->> 'name') || '=' || (f ->> 'value')) as pairs,
      string_agg(distinct f ->> 'value', ' ') as texts
    from (
      select jsonb_array_elements(p.attributes) as f
      union all
      select jsonb_array_elements(chosen) from jsonb_array_elements(variant.options) as each_variant(chosen)
    ) features
  ) feature on true
  where p.id = any(changed_ids)
  on conflict (product_id) do update set
    is_active = excluded.is_active, title_key = excluded.title_key, brand = excluded.brand,
    category_ids = excluded.category_ids, attribute_pairs = excluded.attribute_pairs, document = excluded.document;

  insert into search_word (word)
  select distinct title.word
  from product_search s
  left join lateral (select string_agg(name, ' ') as names from category c where c.id = any(s.category_ids)) shelf on true,
    regexp_split_to_table(concat_ws(' ', s.title_key, lower(unaccent(concat_ws(' ', s.brand, shelf.names)))), '[^[:alnum:]]+') as title(word)
  where s.product_id = any(changed_ids) and length(title.word) between 3 and 40
    and not exists (select from search_word known where known.word = title.word)
  order by title.word
  on conflict do nothing;
$$;

create function product_changed() returns trigger language plpgsql as $$
begin
  perform project_products(array(select id from changed));
  return null;
end $$;
create trigger product_inserted_search after insert on product
  referencing new table as changed for each statement execute function product_changed();
create trigger product_updated_search after update on product
  referencing new table as changed for each statement execute function product_changed();`;

/**
 * The lowest price of a product by channel and currency, such as `{"default/EUR": 1250}`; in the row itself, so that no
 * search needs a join. The product's row is locked first: of two changes to prices of one product, the later one sees the
 * earlier one.
 */
const projectPrices = `
create function price_changed() returns trigger language plpgsql as $$
begin
  perform from product where id in (select product_id from changed) order by id for no key update;
  update product_search s set lowest_prices = lowest.prices
  from (
    select product_id, jsonb_object_agg(channel_id || '/' || currency, amount_minor) as prices
    from (
      select product_id, channel_id, currency, min(amount_minor) as amount_minor
      from price where product_id in (select product_id from changed)
      group by product_id, channel_id, currency
    ) each_price
    group by product_id
  ) lowest
  where s.product_id = lowest.product_id;
  return null;
end $$;
create trigger price_inserted after insert on price
  referencing new table as changed for each statement execute function price_changed();
create trigger price_updated after update on price
  referencing new table as changed for each statement execute function price_changed();`;
