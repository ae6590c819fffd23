import { expect, test } from '@jest/globals';
import { findDeclaration } from './find-declaration.js';

const content = `import { defineEvent } from '@souk/kit/contracts';

export const parcelSentV1 = defineEvent('shipping.parcel.sent.v1', {
  consumers: [],
});

export const parcelSentV10 = defineEvent(
  'shipping.parcel.sent.v10', { consumers: [] },
);
`;
const files = [
  { path: 'schema/README.md', content },
  { path: 'schema/events/catalog.ts', content: '' },
  { path: 'schema/events/orders.ts', content },
];

test('a contract is found in whichever file it is declared', () => {
  expect(findDeclaration('shipping.parcel.sent.v1', files)).toEqual({
    file: 'schema/events/orders.ts',
    line: 3,
    text: "export const parcelSentV1 = defineEvent('shipping.parcel.sent.v1', {\n  consumers: [],\n});",
  });
  expect(findDeclaration('shipping.parcel.sent.v10', files)).toMatchObject({ line: 7 });
});

test('what is not declared is not found', () => {
  expect(findDeclaration('shipping.parcel.sent.v2', files)).toBeUndefined();
  expect(findDeclaration('shipping-parcel.sent.v1', files)).toBeUndefined();
});
