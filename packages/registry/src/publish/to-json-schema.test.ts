import { expect, test } from '@jest/globals';
import { countryField, currencyField, idField, moneyField, quantityField, timeField } from '@souk/kit/contracts';
import { z } from 'zod';
import { toJsonSchema } from './to-json-schema.js';

const written = (field: z.ZodType) => toJsonSchema(z.object({ lines: z.array(z.object({ field })) }), 'a.b.c.v1');

test.each<[string, z.ZodType]>([
  ['transform', z.string().transform(Number)],
  ['transform', z.preprocess(String, z.string())],
  ['transform', z.codec(z.string(), z.int(), { decode: Number, encode: String })],
  ['default', z.string().default('none')],
  ['prefault', z.string().prefault('none')],
  ['catch', z.string().catch('none')],
  ['coerce', z.coerce.string()],
  ['trim', z.string().trim()],
  ['toLowerCase', z.string().toLowerCase().nullable()],
])('a contract that changes what it reads is refused by name: %s', (what, field) => {
  expect(() => written(field)).toThrow(/^a\.b\.c\.v1 changes what it reads/);
  expect(() => written(field)).toThrow(what);
});

test('what JSON cannot say is refused, with what can be used', () => {
  expect(() => written(z.date())).toThrow(
    /^a\.b\.c\.v1 cannot be written as JSON Schema: .*Use fields that travel as JSON/,
  );
});

test('what only refuses is written', () => {
  const field = z.object({ countryField, currencyField, idField, moneyField, quantityField, timeField });
  expect(() => written(field.readonly().optional())).not.toThrow();
  expect(written(z.string().refine((text) => text !== 'no'))).toEqual(written(z.string()));
});
