import { z } from 'zod';
import { isCurrencyCode, isId } from '../domain/index.js';

/**
 * The fields that contracts are made of. What can be said as a pattern or a format is said so, because that reaches the
 * JSON Schema of an event; a refinement says the rest.
 */

/** A lower-case UUID. */
export const idField = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { error: 'not a lower-case UUID', abort: true })
  .refine(isId, 'not a lower-case UUID')
  .meta({ title: 'Id', format: 'uuid' });

/** ISO 4217, in capitals. */
export const currencyField = z
  .string()
  .regex(/^[A-Z]{3}$/, { error: 'not an ISO 4217 code', abort: true })
  .refine(isCurrencyCode, 'not an ISO 4217 code')
  .meta({ title: 'Currency', description: 'ISO 4217, in capitals.' });

/** Money in whole minor units. */
export const moneyField = z
  .object({
    amountMinor: z.int().describe('In whole minor units: cents for EUR, yen for JPY.'),
    currency: currencyField,
  })
  .meta({ title: 'Money' });

/** RFC 3339 in UTC. The JSON Schema bears a pattern that people can read instead of zod's own. */
export const timeField = z.iso
  .datetime()
  .meta({ title: 'Time', pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$` });

/** ISO 3166-1 alpha-2, in capitals. */
export const countryField = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ title: 'Country', description: 'ISO 3166-1 alpha-2, in capitals.' });

/** Whole units of goods, at least one. */
export const quantityField = z.int().positive().meta({ title: 'Quantity' });
