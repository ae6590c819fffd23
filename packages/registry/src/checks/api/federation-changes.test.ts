import { describe, expect, test } from '@jest/globals';
import { aChangeOf, aComposedState } from '../../../test/builders/a-composed-state.js';
import type { Finding } from '../finding.js';
import { federationChanges } from './federation-changes.js';

const orders = `
type Query { order: Order }
type Order @key(fields: "id") @key(fields: "number") {
  id: ID!
  number: String!
  total: Int
  weight: Int
}`;
const shipping = `
type Query { parcel: Parcel }
type Parcel { order: Order }
type Order @key(fields: "id") { id: ID!  parcels: Int }`;

function changes(before: Record<string, string>, after: Record<string, string>): Finding[] {
  return federationChanges(aChangeOf({ orders, shipping, ...before }, { orders, shipping, ...after }));
}

function inShort(findings: readonly Finding[]): string[] {
  return findings.map(({ level, code, coordinate }) => `${level} ${code} ${coordinate}`);
}

describe('keys', () => {
  test('a key that nobody refers by is missed by a warning', () => {
    const [warning, ...others] = changes({}, { orders: orders.replace(' @key(fields: "number")', '') });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({
      level: 'warning',
      code: 'KEY_REMOVED',
      coordinate: 'Order',
      message: 'orders no longer offers @key(fields: "number").',
      fix: 'Keep @key(fields: "number") if somebody may refer by it.',
      file: 'schema/subgraphs/orders.graphql',
      line: 3,
    });
  });

  test('a key that another subgraph refers by is an error, whatever place it had among the others', () => {
    const offering = orders.replace('id: ID!', 'id: ID! @shareable');
    const referring =
      'type Order @key(fields: "id") @key(fields: "number") { id: ID! @shareable  number: String!  parcels: Int }';
    const after = offering.replace(' @key(fields: "id")', '');
    expect(changes({ orders: offering, shipping: referring }, { orders: after, shipping: referring })).toMatchObject([
      {
        level: 'error',
        code: 'KEY_REMOVED',
        message: 'orders no longer offers @key(fields: "id"), by which shipping can refer to it.',
        fix: 'Keep @key(fields: "id") until nobody refers by it.',
      },
    ]);
  });

  test.each([
    ['another instead', 'fields: "number"', 'fields: "id number"', ['warning KEY_CHANGED Order']],
    [
      'one more',
      '@key(fields: "number")',
      '@key(fields: "number") @key(fields: "id number")',
      ['note KEY_ADDED Order'],
    ],
    [
      'one that others may not enter by any more',
      'fields: "number"',
      'fields: "number", resolvable: false',
      ['warning KEY_REMOVED Order'],
    ],
    ['the same, spaced otherwise', 'fields: "number"', 'fields: " number "', []],
  ])('%s', (_what, from, to, expected) => {
    expect(inShort(changes({}, { orders: orders.replace(from, to) }))).toEqual(expected);
  });
});

describe('directives that say who serves what', () => {
  const shared = orders.replace('weight: Int', 'weight: Int @shareable');

  test.each([
    ['may be shared', orders, shared, ['note SHAREABLE_ADDED Order.weight']],
    ['may not be shared any more', shared, orders, ['note SHAREABLE_REMOVED Order.weight']],
    [
      'is hidden',
      orders,
      orders.replace('weight: Int', 'weight: Int @inaccessible'),
      ['note INACCESSIBLE_ADDED Order.weight'],
    ],
    [
      'is shown',
      orders.replace('weight: Int', 'weight: Int @inaccessible'),
      orders,
      ['warning INACCESSIBLE_REMOVED Order.weight'],
    ],
    ['a new field has no changes', orders, orders.replace('weight: Int', 'weight: Int  size: Int @shareable'), []],
  ])('%s', (_what, before, after, expected) => {
    expect(inShort(changes({ orders: before }, { orders: after }))).toEqual(expected);
  });

  test('needs of other subgraphs are told where they change', () => {
    const needs = (fields: string) =>
      shipping.replace(
        'id: ID!',
        `id: ID!  weight: Int @external  total: Int @external
        cost: Int @requires(fields: "${fields}")  worth: Int @requires(fields: "total")`,
      );
    const found = changes({ shipping: needs('weight') }, { shipping: needs('weight total') });
    expect(found).toMatchObject([
      {
        level: 'note',
        code: 'REQUIRES_CHANGED',
        coordinate: 'Order.cost',
        message: '@requires was changed in shipping: serving it needs other fields first.',
        line: 5,
      },
    ]);
  });
});

describe('a field that another subgraph serves now', () => {
  const taken = shipping.replace('parcels: Int', 'parcels: Int  weight: Int @override(from: "orders")');
  const left = orders.replace('  weight: Int\n', '');

  test.each([
    ['by taking it over', { shipping: taken }],
    ['by moving it', { orders: left, shipping: taken.replace('@override(from: "orders")', '') }],
  ])('%s', (_what, after) => {
    expect(changes({}, after)).toMatchObject([
      {
        level: 'note',
        code: 'FIELD_MOVED',
        coordinate: 'Order.weight',
        message: 'shipping serves it now; before, orders did.',
        file: 'schema/subgraphs/shipping.graphql',
        line: 4,
      },
    ]);
  });

  test('one more that serves it is no move', () => {
    const both = {
      orders: orders.replace('weight: Int', 'weight: Int @shareable'),
      shipping: shipping.replace('parcels', 'weight: Int @shareable  parcels'),
    };
    expect(inShort(changes({}, both))).toEqual(['note SHAREABLE_ADDED Order.weight']);
  });
});

describe('rules', () => {
  const open = `
type Query { shop: Shop  me: Me @authenticated  audit: Int @requiresScopes(scopes: [["audit:read"]]) }
type Shop { name: String  stock: Int  margin: Int }
type Me @authenticated { name: String  tags: Int }`;
  const documents = {
    web: 'query Shop { shop { stock } }',
    app: 'query Mine { me { name } shop { margin } }',
    office: 'query Audit { audit shop { name } }',
  };
  const rule = (from: string, to: string) => federationChanges(aChangeOf(open, open.replace(from, to), documents));
  const users = ({ usedBy = [] }: Finding) => usedBy.map(({ client }) => client);

  test('a field that anybody could see must not be guarded while somebody asks for it without a token', () => {
    const [error] = rule('stock: Int', 'stock: Int @authenticated');
    expect(error).toMatchObject({ level: 'error', code: 'ACCESS_RULE_ADDED', coordinate: 'Shop.stock', line: 3 });
    expect(error?.message).toMatch(/^It asks for a token now, and asked for nothing\./);
    expect(error?.fix).toContain('code ACCESS_RULE_ADDED and coordinate "Shop.stock"');
    expect(users(error as Finding)).toEqual(['web']);
  });

  test.each([
    [
      'who asks has a token in any case',
      'margin: Int',
      'margin: Int @authenticated',
      'warning ACCESS_RULE_ADDED Shop.margin',
      ['app'],
    ],
    [
      'who asks has the right in any case',
      'Shop { name: String',
      'Shop { name: String @requiresScopes(scopes: [["audit:read"]])',
      'warning ACCESS_RULE_ADDED Shop.name',
      ['office'],
    ],
    [
      'who asks has a token, but not the right',
      'margin: Int',
      'margin: Int @requiresScopes(scopes: [["audit:read"]])',
      'error ACCESS_RULE_ADDED Shop.margin',
      ['app'],
    ],
    ['nobody asks', 'tags: Int', 'tags: Int @requiresScopes(scopes: [["x"]])', 'note ACCESS_RULE_ADDED Me.tags', []],
    [
      'a whole type is told once',
      'type Shop {',
      'type Shop @authenticated {',
      'error ACCESS_RULE_ADDED Shop',
      ['office', 'web', 'app'],
    ],
  ])('a rule added: %s', (_what, from, to, expected, expectedUsers) => {
    const found = rule(from, to);
    expect(inShort(found)).toEqual([expected]);
    expect(users(found[0] as Finding).sort()).toEqual(expectedUsers.sort());
  });

  test('a rule removed is a warning that it is open to everybody', () => {
    const found = rule('audit: Int @requiresScopes(scopes: [["audit:read"]])', 'audit: Int');
    expect(found).toMatchObject([
      {
        level: 'warning',
        code: 'ACCESS_RULE_REMOVED',
        coordinate: 'Query.audit',
        message: 'It asks for nothing now, and asked for a token with audit:read. It is open to everybody.',
      },
    ]);
  });

  test('a rule that asks for less is a warning', () => {
    expect(inShort(rule('[["audit:read"]]', '[["audit:read"], ["any:read"]]'))).toEqual([
      'warning ACCESS_RULE_LOOSENED Query.audit',
    ]);
  });

  test('a rule that another subgraph has as well holds on', () => {
    const guarded = 'type Query { a: T }  type T @key(fields: "id") { id: ID!  x: Int @shareable @authenticated }';
    const other = 'type Query { b: T }  type T @key(fields: "id") { id: ID!  x: Int @shareable @authenticated }';
    const before = aComposedState({ guarded, other });
    const after = aComposedState({ guarded: guarded.replace(' @authenticated', ''), other });
    expect(federationChanges({ before, after, today: '2026-06-15' })).toEqual([]);
  });
});
