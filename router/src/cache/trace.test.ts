import { expect, test } from '@jest/globals';
import { type Trace, traceEntities } from './trace.js';

const variant: Trace = { entity: { typeName: 'Variant', idKey: 'souk_id' }, fields: [] };
const root: Trace = {
  fields: [
    { key: 'p', trace: { entity: { typeName: 'Product', idKey: 'id' }, fields: [{ key: 'v', trace: variant }] } },
  ],
};

function tagsIn(value: unknown): string[] | undefined {
  const tags = new Set<string>();
  return traceEntities(value, root, tags) ? [...tags] : undefined;
}

test('every entity of an answer is named once, in lists of lists too; nulls and what was skipped are passed over', () => {
  expect(tagsIn({ p: [[{ id: '1', v: [{ souk_id: '2' }, null] }, { id: '1' }], null] })).toEqual([
    'Product:1',
    'Variant:2',
  ]);
  expect(tagsIn({})).toEqual([]);
});

test('an answer in which an entity has no id, or is none, cannot be named', () => {
  expect(tagsIn({ p: { v: null } })).toBeUndefined();
  expect(tagsIn({ p: { id: '1', v: [{ souk_id: null }] } })).toBeUndefined();
  expect(tagsIn({ p: 'product' })).toBeUndefined();
});

test('no id can be taken for several, or for a line', () => {
  expect(tagsIn({ p: { id: '1 Product:2\n', v: [] } })).toEqual(['Product:1%20Product%3A2%0A']);
});
