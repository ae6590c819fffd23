import { z } from 'zod';
import { type Attribute, productLimits } from '../domain/product-details.js';
import { CellError, shortened } from './parse-cells.js';

const entry = z.object({ key: z.string().nullish(), value: z.string().nullish() });
/** A single entry stands without brackets; what has no value is no entry. */
const single = z.object({ key: z.string().nullish(), value: z.string() }).transform((one) => [one]);
const entries = z.union([z.array(entry), single]);
const named = z
  .record(z.string(), entries.nullable())
  .transform((record) => Object.values(record).flatMap((all) => all ?? []));
const list = z.union([entries, named]);

/**
 * A list of keys and values as JSON or as a Ruby hash, such as `{"specification"=>[{"key"=>"Fabric", "value"=>"Linen"}]}`.
 * Entries without a key or a value are left out.
 * @throws {CellError} when the text cannot be read at all.
 */
export function parseAttributeList(text: string): Attribute[] {
  try {
    const found = list.parse(JSON.parse(fromRuby(text)));
    return found.flatMap(({ key, value }) => (key && value ? [{ name: key, value }] : []));
  } catch {
    throw new CellError(`is not a list of keys and values: "${shortened(text)}"`);
  }
}

/**
 * As many attributes as a product can bear: each once, those that fit, the first ones first. What a source says at more
 * length than an attribute can hold stands in its description as well.
 */
export function fittingAttributes(attributes: readonly Attribute[]): Attribute[] {
  const fitting = attributes
    .map(({ name, value }) => ({ name: name.trim(), value: value.trim() }))
    .filter(
      ({ name, value }) => isWithin(name, productLimits.attributeName) && isWithin(value, productLimits.attributeValue),
    )
    .filter(({ name }) => !name.includes('='));
  const unique = new Map(fitting.map((attribute) => [`${attribute.name}=${attribute.value}`, attribute]));
  return [...unique.values()].slice(0, productLimits.attributes);
}

/** Ruby's arrows and `nil` become JSON's colons and `null`; what is inside quotation marks stays as it is. */
function fromRuby(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|=>|\bnil\b/g, (part) =>
    part === '=>' ? ':' : part === 'nil' ? 'null' : part,
  );
}

function isWithin(text: string, longest: number): boolean {
  return text.length >= 1 && text.length <= longest;
}
