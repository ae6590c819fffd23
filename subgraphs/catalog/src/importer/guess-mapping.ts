import type { MappedField, WrittenMapping } from './mapping.js';
import { PlainError } from './plain-error.js';

/** What columns are commonly called, in lower case and without blanks and signs; the best name first. */
const commonNames: Record<MappedField, readonly string[]> = {
  id: ['id', 'externalid', 'productid', 'uniqid', 'handle'],
  sku: ['sku', 'variantsku', 'productcode', 'articlenumber', 'itemnumber', 'pid'],
  title: ['title', 'name', 'productname', 'producttitle'],
  description: ['description', 'productdescription', 'bodyhtml', 'body', 'details'],
  brand: ['brand', 'vendor', 'manufacturer', 'maker'],
  price: ['saleprice', 'discountedprice', 'price', 'unitprice', 'variantprice', 'retailprice'],
  currency: ['currency', 'currencycode', 'pricecurrency'],
  category: ['category', 'categorypath', 'categories', 'productcategory', 'producttype'],
  images: ['images', 'image', 'imageurls', 'imageurl', 'imagesrc', 'picture'],
  weight: ['weightgrams', 'grams', 'weight', 'variantgrams'],
  stock: ['stock', 'quantity', 'qty', 'inventory', 'stockquantity'],
  warehouse: ['warehouse', 'warehousecode', 'location'],
  taxClass: ['taxclass', 'taxclasscode', 'tax'],
};
const commonAttributes = ['Colour', 'Color', 'Material', 'Size', 'Pattern', 'Gender'];

/**
 * Guesses what a file's columns mean by their names.
 * @throws {PlainError} when none of them looks like a title, a price, or something that tells products apart.
 */
export function guessMapping(header: readonly string[]): WrittenMapping {
  const plain = new Map(header.map((name) => [plainName(name), name]));
  const found = Object.entries(commonNames).flatMap(([field, names]) => {
    const columns = names.flatMap((name) => plain.get(name) ?? []);
    return columns.length === 0 ? [] : [[field, columns]];
  });
  const columns = Object.fromEntries(found) as WrittenMapping['columns'];
  if (!columns.title || !columns.price || !(columns.id || columns.sku)) throw unclear(header);
  const attributes = commonAttributes.flatMap((name) => {
    const column = plain.get(plainName(name));
    return column === undefined ? [] : [[name === 'Color' ? 'Colour' : name, column]];
  });
  return { columns, attributes: { columns: Object.fromEntries(attributes) } };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function unclear(header: readonly string[]): PlainError {
  return new PlainError(
    `The columns of the file (${header.join(', ')}) do not say which are the title, the price and the id or SKU. Write a mapping file and name it with --mapping.`,
  );
}
