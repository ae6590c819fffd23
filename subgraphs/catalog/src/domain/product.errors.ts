import { DomainError } from '@souk/kit/domain';
import type { ProductStatus } from './product-status.js';

export const invalidProductCodes = [
  'INVALID_TITLE',
  'INVALID_DESCRIPTION',
  'INVALID_BRAND',
  'INVALID_TAX_CLASS',
  'INVALID_CATEGORIES',
  'INVALID_IMAGE',
  'INVALID_ATTRIBUTE',
  'INVALID_VARIANTS',
  'INVALID_SKU',
  'INVALID_WEIGHT',
  'INVALID_PRICE',
  'INVALID_STOCK',
] as const;
export type InvalidProductCode = (typeof invalidProductCodes)[number];

/** Something about a product breaks its rules; code and path say what. */
export class InvalidProductError extends DomainError {
  constructor(
    readonly code: InvalidProductCode,
    message: string,
    path: readonly string[],
  ) {
    super(message, ['input', ...path]);
  }
}

export class SkuTakenError extends DomainError {
  readonly code = 'SKU_TAKEN';
  constructor(sku: string) {
    super(`Another variant bears the SKU "${sku}".`, ['input', 'variants']);
  }
}

/** A source gives one of its products another SKU: it would be another product for everybody else. */
export class OtherSkuError extends DomainError {
  readonly code = 'INVALID_SKU';
  constructor() {
    super('The SKU of an imported product cannot become another one.', ['input', 'variants']);
  }
}

export class ProductNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor() {
    super('There is no such product.', ['input', 'productId']);
  }
}

export class VariantNotFoundError extends DomainError {
  readonly code = 'NOT_FOUND';
  constructor() {
    super('There is no such variant.', ['input', 'variantId']);
  }
}

export class ProductTransitionError extends DomainError {
  readonly code = 'INVALID_STATE_TRANSITION';
  constructor(from: ProductStatus, to: ProductStatus) {
    super(`A product that is ${from} cannot become ${to}.`, ['input', 'productId']);
  }
}

export class ProductWithdrawnError extends DomainError {
  readonly code = 'PRODUCT_WITHDRAWN';
  constructor() {
    super('The product is withdrawn; it cannot be changed any more.', ['input', 'productId']);
  }
}
