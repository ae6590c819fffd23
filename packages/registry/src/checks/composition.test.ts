import { HINTS } from '@apollo/composition/dist/hints.js';
import { ERRORS } from '@apollo/federation-internals';
import { describe, expect, test } from '@jest/globals';
import { aSubgraph } from '../../test/a-subgraph.js';
import { compose } from '../publish/compose.js';
import type { SubgraphSdl } from '../state/registry-state.js';
import { fixes, hintFixes } from './composition/fixes.js';
import { compositionFindings } from './composition.js';

const orders = aSubgraph(
  'orders',
  'type Query { order: Order }\ntype Order @key(fields: "id") { id: ID!  total: Int }',
);

const found = (subgraphs: readonly SubgraphSdl[], before: readonly SubgraphSdl[] = []) =>
  compositionFindings({ ...compose(subgraphs), subgraphs }, before);

test('every fix is for an error or a hint that composition knows', () => {
  const errors = Object.values(ERRORS).map(({ code }) => code);
  const hints = Object.values(HINTS).map(({ code }) => code);
  expect(Object.keys(fixes).filter((code) => !errors.includes(code))).toEqual([]);
  expect(Object.keys(hintFixes).filter((code) => !hints.includes(code))).toEqual([]);
});

test('a hint that has no fix here says where to look', () => {
  const cart = aSubgraph('cart', 'type Query { cart: Money }\ntype Money @shareable { minor: Int }');
  const shop = aSubgraph('shop', 'type Query { order: Money }\ntype Money @shareable { minor: Int! }');
  expect(found([cart, shop])).toMatchObject([
    {
      level: 'warning',
      fix: expect.stringMatching(/^If it is not meant, mend it in subgraphs\/cart\/src\/graphql or .*\/hints tells/),
    },
  ]);
});

describe('an error', () => {
  test('names what it is about, where it stands and what mends it', () => {
    const payments = aSubgraph('payments', 'type Order @key(fields: "id") { id: ID!  total: String }');
    expect(found([orders, payments])).toContainEqual({
      check: 'composition',
      level: 'error',
      code: 'FIELD_TYPE_MISMATCH',
      coordinate: 'Order.total',
      message: expect.stringContaining('incompatible'),
      fix: 'Give the field the same type in every subgraph.',
      file: 'schema/subgraphs/orders.graphql',
      line: orders.lineOf('total'),
    });
  });

  test('that concerns several subgraphs is placed in the one that is not what it was', () => {
    const payments = aSubgraph('payments', 'type Order @key(fields: "id") { id: ID!  total: String }');
    expect(found([orders, payments], [orders])).toContainEqual(
      expect.objectContaining({
        code: 'FIELD_TYPE_MISMATCH',
        file: payments.file,
        line: payments.lineOf('total'),
      }),
    );
  });

  test('of a directive that is not as it must be names at least the file', () => {
    const staff = aSubgraph('staff', 'type Query { staff: Int @requiresScopes(scope: "a") }');
    expect(found([orders, staff])).toContainEqual(
      expect.objectContaining({
        coordinate: 'staff',
        message: expect.stringContaining('Unknown argument'),
        file: staff.file,
      }),
    );
  });

  test('without a place is placed in the subgraph that it names last', () => {
    const payments = aSubgraph('payments', 'type Order @key(fields: "id") {\n  id: ID!\n  total: Int @shareable\n}');
    const shared = aSubgraph('orders', orders.sdl.slice(orders.sdl.indexOf('type Query')));
    expect(found([payments, shared])).toMatchObject([
      { code: 'INVALID_FIELD_SHARING', coordinate: 'Order.total', file: shared.file, line: shared.lineOf('total') },
    ]);
  });

  test('of an id that others refer by, and that is in no key any more, asks for the key first', () => {
    const sold = 'type Query { sold: Product }\ntype Product @key(fields: "sku") { id: ID!  sku: String! }';
    const catalog = aSubgraph('catalog', sold);
    const stock = aSubgraph('stock', 'type Product @key(fields: "id") { id: ID!  units: Int }');
    expect(found([catalog, stock])).toContainEqual(
      expect.objectContaining({
        code: 'INVALID_FIELD_SHARING',
        coordinate: 'Product.id',
        fix: expect.stringMatching(
          /^Put @key\(fields: "id"\) back on Product in catalog, beside any new key: stock refer/,
        ),
      }),
    );
  });

  test('of a code that has no fix here says where to look', () => {
    const broken = aSubgraph('broken', 'type Query { a: Int }\ntype A @key(fields: "id(x: 1)") { id(x: Int): ID! }');
    expect(found([broken])).toMatchObject([
      {
        fix: expect.stringMatching(
          /^Mend it in subgraphs\/broken\/src\/graphql; https:.* tells about KEY_FIELDS_HAS_ARGS\.$/,
        ),
      },
    ]);
  });
});

test('a hint is a warning, with its place', () => {
  const levels = aSubgraph('levels', 'enum Level { LOW }');
  expect(found([orders, levels])).toEqual([
    {
      check: 'composition',
      level: 'warning',
      code: 'UNUSED_ENUM_TYPE',
      coordinate: 'Level',
      message: expect.stringContaining('unused'),
      fix: 'Use the enum, or remove it.',
      file: levels.file,
      line: levels.lineOf('enum Level'),
    },
  ]);
});
