import { z } from 'zod';

/** A column, or several of which the first that is filled counts. */
const column = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** Which columns of a file mean what, and how their cells are to be read. */
export const mappingSchema = z.strictObject({
  /** What parts cells; found out from the first line when it is not said. */
  delimiter: z.string().length(1).optional(),
  columns: z.strictObject({
    /** What the source knows the product by; the SKU when it is not said. */
    id: column.optional(),
    sku: column.optional(),
    title: column,
    description: column.optional(),
    brand: column.optional(),
    price: column,
    currency: column.optional(),
    category: column.optional(),
    images: column.optional(),
    weight: column.optional(),
    stock: column.optional(),
    warehouse: column.optional(),
    taxClass: column.optional(),
  }),
  category: z
    .strictObject({
      separator: z.string().min(1).default('>'),
      /** Deeper shelves are left out. */
      maxDepth: z.int().min(1).max(6).default(6),
      /** Some sources end the way with the product itself. */
      dropTitle: z.boolean().default(false),
    })
    .prefault({}),
  /** Parts several addresses in one cell; a JSON list is recognised anyway. */
  images: z.strictObject({ separator: z.string().min(1).default('|') }).prefault({}),
  price: z
    .strictObject({ unit: z.enum(['major', 'minor']).default('major'), decimal: z.enum(['.', ',']).default('.') })
    .prefault({}),
  weight: z.strictObject({ unit: z.enum(['g', 'kg']).default('g') }).prefault({}),
  attributes: z
    .strictObject({
      /** Column by the name that the attribute gets. */
      columns: z.record(z.string(), z.string()).default({}),
      /** A column with many of them: a list of keys and values as JSON or as a Ruby hash. */
      list: z.string().optional(),
    })
    .prefault({}),
  /** What counts where the file says nothing. */
  defaults: z
    .strictObject({
      currency: z.string().optional(),
      taxClass: z.string().default('standard'),
      weightGrams: z.int().min(0).default(0),
      stock: z.int().min(0).optional(),
      warehouse: z.string().optional(),
    })
    .prefault({}),
});

export type Mapping = z.infer<typeof mappingSchema>;
/** A mapping as a person writes it. */
export type WrittenMapping = z.input<typeof mappingSchema>;
export type MappedField = keyof Mapping['columns'];

/** A mapping that is chosen by its name, or because a file has its columns. */
export interface Preset {
  name: string;
  recognisedBy: readonly string[];
  mapping: WrittenMapping;
}

/** Every column that a mapping speaks of. */
export function columnsOf({ columns, attributes }: Mapping): string[] {
  const ofAttributes = [...Object.values(attributes.columns), ...(attributes.list ? [attributes.list] : [])];
  return [...Object.values(columns).flat(), ...ofAttributes];
}
