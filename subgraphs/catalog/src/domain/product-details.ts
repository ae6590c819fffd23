import { type InvalidProductCode, InvalidProductError } from './product.errors.js';

export interface ProductImage {
  url: string;
  /** What it shows, for those who do not see it. */
  alt: string;
}

/** One property of a product or a variant. A name may come several times, each time with another value. */
export interface Attribute {
  name: string;
  value: string;
}

/** What a shopkeeper writes about a product. */
export interface ProductDetails {
  title: string;
  description: string;
  brand: string | null;
  categoryIds: readonly string[];
  /** How it is taxed, e.g. `standard`; the rates are the cart's. */
  taxClassCode: string;
  images: readonly ProductImage[];
  attributes: readonly Attribute[];
}

export const productLimits = {
  title: 200,
  description: 10_000,
  brand: 100,
  categories: 20,
  images: 20,
  url: 2_000,
  alt: 300,
  attributes: 60,
  attributeName: 60,
  attributeValue: 300,
} as const;

const taxClassForm = /^[a-z][a-z0-9-]{0,29}$/;

/** Details with the blanks around texts gone. @throws {InvalidProductError} that names the field at fault. */
export function checkedDetails(details: ProductDetails): ProductDetails {
  const { categoryIds, taxClassCode, images, attributes } = details;
  const title = text(details.title, 'title', 'INVALID_TITLE', 1);
  const description = text(details.description, 'description', 'INVALID_DESCRIPTION');
  const brand = details.brand === null ? null : text(details.brand, 'brand', 'INVALID_BRAND', 1);
  if (categoryIds.length > productLimits.categories)
    throw new InvalidProductError('INVALID_CATEGORIES', `At most ${productLimits.categories} categories.`, [
      'categoryIds',
    ]);
  if (!taxClassForm.test(taxClassCode))
    throw new InvalidProductError('INVALID_TAX_CLASS', 'A tax class is a lower-case word such as "standard".', [
      'taxClassCode',
    ]);
  return {
    title,
    description,
    brand,
    categoryIds: [...new Set(categoryIds)],
    taxClassCode,
    images: checkedImages(images),
    attributes: checkedAttributes(attributes, ['attributes']),
  };
}

/** @param path where in the input they stand. @throws {InvalidProductError} INVALID_ATTRIBUTE. */
export function checkedAttributes(attributes: readonly Attribute[], path: readonly string[]): Attribute[] {
  if (attributes.length > productLimits.attributes)
    throw new InvalidProductError('INVALID_ATTRIBUTE', `At most ${productLimits.attributes} of them.`, path);
  return attributes.map((attribute, index) => {
    const [name, value] = [attribute.name.trim(), attribute.value.trim()];
    const isNameRight = name.length >= 1 && name.length <= productLimits.attributeName && !name.includes('=');
    if (!isNameRight || value.length < 1 || value.length > productLimits.attributeValue)
      throw new InvalidProductError(
        'INVALID_ATTRIBUTE',
        `A name has 1 to ${productLimits.attributeName} characters without "=", a value 1 to ${productLimits.attributeValue}.`,
        [...path, String(index)],
      );
    return { name, value };
  });
}

function text(value: string, field: 'title' | 'description' | 'brand', code: InvalidProductCode, shortest = 0): string {
  const trimmed = value.trim();
  const longest = productLimits[field];
  if (trimmed.length >= shortest && trimmed.length <= longest) return trimmed;
  throw new InvalidProductError(code, `The ${field} has ${shortest} to ${longest} characters.`, [field]);
}

function checkedImages(images: readonly ProductImage[]): ProductImage[] {
  if (images.length > productLimits.images)
    throw new InvalidProductError('INVALID_IMAGE', `At most ${productLimits.images} images.`, ['images']);
  return images.map(({ url, alt }, index) => {
    if (!isWebAddress(url) || alt.length > productLimits.alt)
      throw new InvalidProductError(
        'INVALID_IMAGE',
        `An image is an http or https address of at most ${productLimits.url} characters, with a text of at most ${productLimits.alt}.`,
        ['images', String(index)],
      );
    return { url, alt: alt.trim() };
  });
}

/** Looks at the form alone: nothing is ever fetched. */
function isWebAddress(url: string): boolean {
  if (url.length > productLimits.url || !URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}
