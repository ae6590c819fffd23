import { countryField } from '@souk/kit/contracts';
import { z } from 'zod';

/** A postal address, as it travels between subgraphs. */
export const addressField = z.object({
  name: z.string(),
  line1: z.string(),
  line2: z.string().nullable(),
  city: z.string(),
  postalCode: z.string(),
  region: z.string().nullable(),
  countryCode: countryField,
  phone: z.string().nullable(),
});

/** As much of an address as rates and taxes depend on. */
export const destinationField = z.object({
  countryCode: countryField,
  region: z.string().nullable(),
  postalCode: z.string().nullable(),
});

export type Address = z.infer<typeof addressField>;
export type Destination = z.infer<typeof destinationField>;
