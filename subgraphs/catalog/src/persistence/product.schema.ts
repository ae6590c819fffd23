import { defineEntity, p } from '@mikro-orm/core';
import { aggregateColumns } from '@souk/kit/persistence';
import { Product } from '../domain/product.js';
import type { Attribute, ProductImage } from '../domain/product-details.js';
import { productStatuses } from '../domain/product-status.js';
import type { ProductVariant } from '../domain/product-variant.js';

export const ProductSchema = defineEntity({
  class: Product,
  tableName: 'product',
  properties: {
    ...aggregateColumns,
    slug: p.text(),
    title: p.text(),
    description: p.text(),
    brand: p.text().nullable(),
    categoryIds: p.array().columnType('uuid[]').$type<readonly string[]>(),
    taxClassCode: p.text(),
    images: p.json<readonly ProductImage[]>(),
    attributes: p.json<readonly Attribute[]>(),
    status: p.enum(productStatuses).accessor('_status'),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    variants: p.json<readonly ProductVariant[]>(),
  },
});
