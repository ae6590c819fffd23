import { describe, expect, test } from '@jest/globals';
import { findings, users } from '../../../test/builders/a-shop.js';
import type { Finding } from '../finding.js';

describe('what breaks is an error that names users and a way out', () => {
  test.each([
    [
      'a field removed',
      'total: Int!  ',
      '',
      'FIELD_REMOVED',
      'Order.total',
      ['web@1.4.0 Total'],
      /^Put it back and deprecate it first: @deprecated\(reason: "Use <what>\. Removal: 2026-12-15\."\) \(in the code, deprecationReason: '…'\), and remove it/,
    ],
    [
      'a field removed that nobody uses',
      'note: String  ',
      '',
      'FIELD_REMOVED',
      'Order.note',
      [],
      /^Put it back and deprecate it first/,
    ],
    [
      'a field of another type',
      'total: Int!',
      'total: Float!',
      'FIELD_TYPE_CHANGED',
      'Order.total',
      ['web@1.4.0 Total'],
      /^Give it back its type Int!, add a field of type Float! beside it/,
    ],
    [
      'a field that may be null now',
      'total: Int!',
      'total: Int',
      'FIELD_TYPE_CHANGED',
      'Order.total',
      ['web@1.4.0 Total'],
      /^Give it back its type Int!/,
    ],
    [
      'an argument removed',
      ', currency: String',
      '',
      'FIELD_ARGUMENT_REMOVED',
      'Query.order(currency:)',
      [],
      /deprecate it first:/,
    ],
    [
      'a required argument removed',
      'id: ID!, ',
      '',
      'FIELD_ARGUMENT_REMOVED',
      'Query.order(id:)',
      ['web@1.4.0 Total'],
      /deprecate it first once it is optional:/,
    ],
    [
      'an argument required now, also for those who leave it out',
      'currency: String',
      'currency: String!',
      'FIELD_ARGUMENT_TYPE_CHANGED',
      'Query.order(currency:)',
      ['web@1.4.0 Total'],
      'Leave it optional (String), and decide in the resolver what holds when it is left out.',
    ],
    [
      'an argument of another type',
      'id: ID!',
      'id: Int!',
      'FIELD_ARGUMENT_TYPE_CHANGED',
      'Query.order(id:)',
      ['web@1.4.0 Total'],
      /add an argument of type Int! beside it/,
    ],
    [
      'a new required argument',
      'currency: String)',
      'currency: String, shop: ID!)',
      'FIELD_ARGUMENT_ADDED',
      'Query.order(shop:)',
      ['web@1.4.0 Total'],
      'Make it optional (ID), or give it a default value.',
    ],
    [
      'a new required input field',
      'text: String!',
      'text: String! shop: ID!',
      'INPUT_FIELD_ADDED',
      'Filter.shop',
      ['web@1.4.0 Find'],
      'Make it optional (ID), or give it a default value.',
    ],
    [
      'an input field removed',
      '  sort: Sort }',
      ' }',
      'INPUT_FIELD_REMOVED',
      'Filter.sort',
      ['web@1.4.0 Find'],
      /deprecate it first:/,
    ],
    [
      'an input field required now',
      'sort: Sort }',
      'sort: Sort! }',
      'INPUT_FIELD_TYPE_CHANGED',
      'Filter.sort',
      ['web@1.4.0 Find'],
      /^Leave it optional \(Sort\)/,
    ],
    [
      'a value removed that a client sends',
      'enum Sort { NEW OLD }',
      'enum Sort { OLD }',
      'ENUM_VALUE_REMOVED',
      'Sort.NEW',
      ['web@1.4.0 Find'],
      /deprecate it first/,
    ],
    [
      'a value removed that a client receives',
      'enum Status { OPEN DONE }',
      'enum Status { OPEN }',
      'ENUM_VALUE_REMOVED',
      'Status.DONE',
      [],
      /deprecate it first/,
    ],
    [
      'a union without a member',
      'Found = Order | Person',
      'Found = Person',
      'UNION_MEMBER_REMOVED',
      'Found/Order',
      ['web@1.4.0 Find'],
      /^Keep Order in Found: .* schema\/allowances\.yaml with code UNION_MEMBER_REMOVED and coordinate "Found\/Order"\.$/,
    ],
    [
      'a type without its interface',
      'Person implements Named',
      'Person',
      'OBJECT_TYPE_INTERFACE_REMOVED',
      'Named/Person',
      ['demo@workspace Person'],
      /^Keep Person in Named/,
    ],
    [
      'a type of another kind',
      'enum Sort { NEW OLD }',
      'scalar Sort',
      'TYPE_KIND_CHANGED',
      'Sort',
      ['web@1.4.0 Find'],
      /^Leave Sort the kind of type/,
    ],
  ])('%s', async (_what, from, to, code, coordinate, expectedUsers, fix) => {
    const error = (await findings(from, to)).find((finding) => finding.code === code);
    expect(error).toMatchObject({ check: 'api', level: 'error', coordinate });
    expect(users(error as Finding)).toEqual(expectedUsers);
    if (fix instanceof RegExp) expect(error?.fix).toMatch(fix);
    else expect(error?.fix).toBe(fix);
  });

  test('the place is where the element stood, in the file of its subgraph', async () => {
    const [error] = await findings('total: Int!  ', '');
    expect(error).toMatchObject({ file: 'schema/subgraphs/shop.graphql', line: 7 });
  });

  test('a new description does not hide what else changes in a field', async () => {
    const found = await findings('total: Int!', '"In cents." total: Float!');
    expect(found.map(({ level, code }) => `${level} ${code}`)).toEqual([
      'error FIELD_TYPE_CHANGED',
      'note DESCRIPTION_CHANGED',
    ]);
  });
});

test('what becomes inaccessible is removed for clients', async () => {
  const [error] = await findings('total: Int!', 'total: Int! @inaccessible');
  expect(error).toMatchObject({ level: 'error', code: 'FIELD_REMOVED', coordinate: 'Order.total', line: 7 });
});

test('a directive that clients may write is a promise as well', async () => {
  const [error] = await findings('directive @mark(note: String) on FIELD\n', '');
  expect(error).toMatchObject({ level: 'error', code: 'DIRECTIVE_REMOVED', coordinate: '@mark' });
  expect(error?.fix).toBe(
    'Undo it. If it must break, have it reviewed: an entry in schema/allowances.yaml with code DIRECTIVE_REMOVED and coordinate "@mark".',
  );
});
