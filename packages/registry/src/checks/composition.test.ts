import { ERRORS } from '@apollo/federation-internals';
import { describe, expect, test } from '@jest/globals';
import { aSubgraph } from '../../test/a-subgraph.js';
import { compose } from '../publish/compose.js';
import { fixes } from './composition/fixes.js';
import { compositionFindings } from './composition.js';

const orders = aSubgraph(
  'orders',
  'type Query { order: Order }\ntype Order @key(fields: "id") { id: ID!  total: Int }',
);

test('every fix is for an error that composition knows', () => {
  const known = Object.values(ERRORS).map(({ code }) => code);
  expect(Object.keys(fixes).filter((code) => !known.includes(code))).toEqual([]);
});

describe('an error', () => {
  test('names what it is about, where it stands and what mends it', () => {
    const payments = aSubgraph('payments', 'type Order @key(fields: "id") { id: ID!  total: String }');
    expect(compositionFindings(compose([orders, payments]))).toContainEqual({
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

  test('without a place is placed in the subgraph that it names last', () => {
    const payments = aSubgraph('payments', 'type Order @key(fields: "id") {\n  id: ID!\n  total: Int @shareable\n}');
    const shared = aSubgraph('orders', orders.sdl.slice(orders.sdl.indexOf('type Query')));
    expect(compositionFindings(compose([payments, shared]))).toMatchObject([
      { code: 'INVALID_FIELD_SHARING', coordinate: 'Order.total', file: shared.file, line: shared.lineOf('total') },
    ]);
  });

  test('of a code that has no fix here says where to look', () => {
    const broken = aSubgraph('broken', 'type Query { a: Int }\ntype A @key(fields: "id(x: 1)") { id(x: Int): ID! }');
    expect(compositionFindings(compose([broken]))).toMatchObject([
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
  expect(compositionFindings(compose([orders, levels]))).toEqual([
    {
      check: 'composition',
      level: 'warning',
      code: 'UNUSED_ENUM_TYPE',
      coordinate: 'Level',
      message: expect.stringContaining('unused'),
      file: levels.file,
      line: levels.lineOf('enum Level'),
    },
  ]);
});
