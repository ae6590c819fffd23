import { z } from 'zod';
import { isCurrencyCode, isId } from '../domain/index.js';

/** A lower-case UUID. */
export const idField = z.string().refine(isId, 'not a lower-case UUID');

/** ISO 4217, in capitals. */
export const currencyField = z.string().refine(isCurrencyCode, 'not an ISO 4217 code');

/** Money in whole minor units. */
export const moneyField = z.object({ amountMinor: z.int(), currency: currencyField });

/** RFC 3339 in UTC. */
export const timeField = z.iso.datetime();

/** ISO 3166-1 alpha-2, in capitals. */
export const countryField = z.string().regex(/^[A-Z]{2}$/);

/** Whole units of goods, at least one. */
export const quantityField = z.int().positive();
