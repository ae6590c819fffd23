import type { ImportedProduct } from '../use-cases/import-products.js';
import type { MappedField, Mapping } from './mapping.js';
import { fittingAttributes, parseAttributeList } from './parse-attributes.js';
import { parseCategory } from './parse-category.js';
import { CellError, parseCount, parseCurrency, parseImages, parsePrice, parseWeight } from './parse-cells.js';

/** What is wrong in a row. The column is null where it is the row as a whole. */
export interface RowError {
  row: number;
  column: string | null;
  message: string;
}

export type ReadRow = { item: ImportedProduct } | { errors: RowError[] };

/** Reads a row as its mapping says. Every mistake in it is told, not only the first. */
export function rowToProduct(number: number, cells: ReadonlyMap<string, string>, mapping: Mapping): ReadRow {
  const reader = new RowReader(number, cells, mapping);
  const item = productOf(reader, mapping);
  return reader.errors.length > 0 ? { errors: reader.errors } : { item };
}

function productOf(reader: RowReader, mapping: Mapping): ImportedProduct {
  const title = reader.needed('title');
  const { currency, prices } = pricesOf(reader, mapping);
  const sku = reader.read('sku', (text) => text) ?? reader.needed('id');
  return {
    externalId: reader.read('id', (text) => text) ?? sku,
    categoryPath: reader.read('category', (text) => parseCategory(text, mapping.category, title)) ?? [],
    details: {
      title,
      description: reader.read('description', (text) => text) ?? '',
      brand: reader.read('brand', (text) => text) ?? null,
      taxClassCode: reader.read('taxClass', (text) => text) ?? mapping.defaults.taxClass,
      images: (reader.read('images', (text) => parseImages(text, mapping.images.separator)) ?? []).map((url) => ({
        url,
        alt: title,
      })),
      attributes: fittingAttributes(attributesOf(reader, mapping)),
    },
    variant: {
      sku,
      options: [],
      weightGrams:
        reader.read('weight', (text) => parseWeight(text, mapping.weight.unit)) ?? mapping.defaults.weightGrams,
      prices: currency === null || prices === null ? [] : [{ currency, amountMinor: prices }],
      initialStock: stockOf(reader, mapping),
    },
  };
}

function pricesOf(
  reader: RowReader,
  { price: form, defaults }: Mapping,
): { currency: string | null; prices: number | null } {
  const currency = reader.read('currency', parseCurrency) ?? defaults.currency ?? null;
  const text = reader.needed('price');
  if (currency === null) reader.complain('currency', 'is empty, and no currency was given with --currency');
  if (currency === null || text === '') return { currency, prices: null };
  return { currency, prices: reader.read('price', (cell) => parsePrice(cell, { currency, ...form })) };
}

function stockOf(reader: RowReader, { defaults }: Mapping): ImportedProduct['variant']['initialStock'] {
  const quantity = reader.read('stock', parseCount) ?? defaults.stock;
  const warehouseCode = reader.read('warehouse', (text) => text.toUpperCase()) ?? defaults.warehouse;
  if (quantity === undefined) return null;
  if (warehouseCode === undefined) {
    reader.complain('warehouse', 'is empty, and no warehouse was given with --warehouse');
    return null;
  }
  return { warehouseCode, quantity };
}

function attributesOf(reader: RowReader, { attributes: { columns, list } }: Mapping) {
  const own = Object.entries(columns).flatMap(([name, column]) => {
    const value = reader.cell(column);
    return value === '' ? [] : [{ name, value }];
  });
  const listed = list === undefined ? null : reader.parse(list, reader.cell(list), parseAttributeList);
  return [...own, ...(listed ?? [])];
}

/** The cells of one row by what they mean, and the mistakes found in them. */
class RowReader {
  readonly errors: RowError[] = [];

  constructor(
    private readonly number: number,
    private readonly cells: ReadonlyMap<string, string>,
    private readonly mapping: Mapping,
  ) {}

  cell(column: string): string {
    const text = this.cells.get(column) ?? '';
    if (text.includes('\uFFFD') || text.includes('\0')) this.add(column, 'is not text in UTF-8');
    return text;
  }

  /** What the field's first filled cell means; null when none is filled, or when it is wrong. */
  read<Value>(field: MappedField, parse: (text: string) => Value): Value | null {
    for (const column of this.columns(field)) {
      const text = this.cell(column);
      if (text !== '') return this.parse(column, text, parse);
    }
    return null;
  }

  /** The text of a field that must be filled. */
  needed(field: MappedField): string {
    const text = this.read(field, (cell) => cell);
    if (text === null) this.complain(field, 'is empty');
    return text ?? '';
  }

  parse<Value>(column: string, text: string, parse: (text: string) => Value): Value | null {
    if (text === '') return null;
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      this.add(column, error.message);
      return null;
    }
  }

  complain(field: MappedField, message: string): void {
    const [column] = this.columns(field);
    if (column === undefined) this.add(null, `The ${field} ${message}.`);
    else this.add(column, message);
  }

  /** A cell may be looked at several times; its mistake is told once. */
  private add(column: string | null, message: string): void {
    if (this.errors.some((error) => error.column === column && error.message === message)) return;
    this.errors.push({ row: this.number, column, message });
  }

  private columns(field: MappedField): string[] {
    return [this.mapping.columns[field] ?? []].flat();
  }
}
