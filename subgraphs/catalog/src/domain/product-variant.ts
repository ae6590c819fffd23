import { newId } from '@souk/kit/domain';
import { InvalidProductError } from './product.errors.js';
import { type Attribute, checkedAttributes } from './product-details.js';

/** What tells a variant from its siblings, and what the carrier needs to know. */
export interface VariantDetails {
  /** Such as size and colour, in the order in which they are chosen. Empty for a product that comes in one form. */
  options: readonly Attribute[];
  weightGrams: number;
}

/** One form in which a product is sold. */
export interface ProductVariant extends VariantDetails {
  id: string;
  /** The shop's own number for it; no two variants share one, and it never changes. */
  sku: string;
}

export interface VariantDraft extends VariantDetails {
  /** Only where it must be the same at every run, as in a seed. */
  id?: string;
  sku: string;
}

const skuForm = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/;
const heaviestGrams = 2_000_000;

/** @param path where in the input it stands. @throws {InvalidProductError} that names the field at fault. */
export function newVariant(draft: VariantDraft, path: readonly string[]): ProductVariant {
  const sku = draft.sku.trim();
  if (!skuForm.test(sku))
    throw new InvalidProductError('INVALID_SKU', 'A SKU has 1 to 64 letters, digits, and . _ / - between them.', [
      ...path,
      'sku',
    ]);
  return { id: draft.id ?? newId(), sku, ...checkedVariantDetails(draft, path) };
}

/** @param path where in the input they stand. @throws {InvalidProductError} that names the field at fault. */
export function checkedVariantDetails(
  { options, weightGrams }: VariantDetails,
  path: readonly string[],
): VariantDetails {
  if (!Number.isInteger(weightGrams) || weightGrams < 0 || weightGrams > heaviestGrams)
    throw new InvalidProductError('INVALID_WEIGHT', `A weight is 0 to ${heaviestGrams} whole grams.`, [
      ...path,
      'weightGrams',
    ]);
  return { options: checkedAttributes(options, [...path, 'options']), weightGrams };
}

/** What a variant is called in a cart and on an invoice: the product's title and what it was chosen by. */
export function nameOf(title: string, options: readonly Attribute[]): string {
  return [title, ...options.map((option) => option.value)].join(', ');
}
