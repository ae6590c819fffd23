import { type EntityManager, runPrepared } from '@souk/kit/persistence';
import type { ProductStatus } from '../domain/product-status.js';
import { nameOf, type ProductVariant } from '../domain/product-variant.js';

export interface OfferRequest {
  variantIds: readonly string[];
  currency: string;
  channelId: string;
}

interface OfferRow {
  id: string;
  product_id: string;
  title: string;
  variants: ProductVariant[];
  tax_class_code: string;
  status: ProductStatus;
  amount_minor: string | null;
}

/** What a cart needs to know of variants, in one query. Those that are not there are left out. */
export async function variantOffers(em: EntityManager, { variantIds, currency, channelId }: OfferRequest) {
  const rows = await runPrepared<OfferRow>(
    em,
    `select v.id, v.product_id, p.title, p.variants, p.tax_class_code, p.status, c.amount_minor
     from product_variant v join product p on p.id = v.product_id
     left join price c on c.variant_id = v.id and c.channel_id = $1 and c.currency = $2
     where v.id = any($3::uuid[])`,
    [channelId, currency, `{${variantIds.join(',')}}`],
  );
  return rows.flatMap((row) =>
    row.variants.filter(({ id }) => id === row.id).map((variant) => toOffer(row, variant, currency)),
  );
}

function toOffer(row: OfferRow, { id, sku, options, weightGrams }: ProductVariant, currency: string) {
  return {
    variantId: id,
    productId: row.product_id,
    sku,
    name: nameOf(row.title, options),
    unitPrice: row.amount_minor === null ? null : { amountMinor: Number(row.amount_minor), currency },
    taxClassCode: row.tax_class_code,
    isActive: row.status === 'ACTIVE',
    weightGrams,
  };
}
