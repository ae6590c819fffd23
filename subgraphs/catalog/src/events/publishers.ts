import type { Publisher } from '@souk/kit/messaging';
import { Price } from '../domain/price.js';
import { Product } from '../domain/product.js';
import { publishPriceEvent } from './publish-price-event.js';
import { publishProductEvent } from './publish-product-event.js';

/** Which aggregate's events leave the catalogue, and how. */
export const publishers: readonly Publisher[] = [
  [Product, publishProductEvent],
  [Price, publishPriceEvent],
];
