import { expect, test } from '@jest/globals';
import { placeIn } from './contract-place.js';

const text = `export const orderPaidV1 = defineEvent('orders.order.paid.v1', {
  schema: order.extend({
    total: moneyField,
    delivery: z.object({
      city: z.string(),
      'floor-number': z.int(),
      total: z.int(),
    }),
    lines,
  }),
  description: 'The total: paid.',
});`;
const declaration = { file: 'schema/events/orders.ts', line: 10, text };

test.each<[string, string[], number]>([
  ['the contract itself', [], 10],
  ['a field', ['total'], 12],
  ['a field of a field', ['delivery', 'city'], 14],
  ['a field of a field that bears a name twice there', ['delivery', 'total'], 16],
  ['a field whose name is quoted', ['delivery', 'floor-number'], 15],
  ['a field that is short for a constant', ['lines'], 18],
  ['what stands in another constant', ['delivery', 'street'], 13],
  ['what is nowhere there', ['orderId'], 10],
])('%s is found in its line', (_what, path, line) => {
  expect(placeIn(declaration, path)).toEqual({ file: 'schema/events/orders.ts', line });
});
