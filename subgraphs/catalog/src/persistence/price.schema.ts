import { defineEntity, p } from '@mikro-orm/core';
import { aggregateColumns } from '@souk/kit/persistence';
import { Price } from '../domain/price.js';
import { Product } from '../domain/product.js';

export const PriceSchema = defineEntity({
  class: Price,
  tableName: 'price',
  properties: {
    ...aggregateColumns,
    productId: () => p.manyToOne(Product).mapToPk().fieldName('product_id'),
    variantId: p.uuid(),
    channelId: p.text(),
    currency: p.text(),
    amountMinor: p.bigint('number'),
  },
});
