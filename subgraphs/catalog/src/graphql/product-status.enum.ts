import { registerEnumType } from 'type-graphql';
import { productStatuses } from '../domain/product-status.js';

export const ProductStatusEnum = Object.fromEntries(productStatuses.map((status) => [status, status]));
registerEnumType(ProductStatusEnum, {
  name: 'ProductStatus',
  description: 'Whether a product is sold.',
  valuesConfig: {
    ACTIVE: { description: 'It is on sale.' },
    WITHDRAWN: { description: 'It is no longer sold, and will not be again. Old orders and links still lead to it.' },
  },
});
