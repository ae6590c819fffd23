import type { AnySchema } from '@souk/kit/persistence';
import { CategorySchema } from './category.schema.js';
import { PriceSchema } from './price.schema.js';
import { ProductSchema } from './product.schema.js';

/** Every table of the catalogue that the mapper writes. */
export const schemas: AnySchema[] = [ProductSchema, PriceSchema, CategorySchema];
