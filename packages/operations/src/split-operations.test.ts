import { describe, expect, test } from '@jest/globals';
import { operationId } from './operation-id.js';
import { OperationInputError } from './operation-input.error.js';
import { splitOperations } from './split-operations.js';

const fragments = {
  path: 'shop/fragments.graphql',
  content: 'fragment Price on Money { amount }\nfragment Alone on Money { x }',
};

test('each operation gets the fragments that it needs, wherever they stand, and no other', () => {
  const page = { path: 'shop/page.graphql', content: '# of the shop\n\nquery Page { b { ...Total } }' };
  const total = { path: 'shop/total.graphql', content: 'fragment Total on Order { total { ...Price } }' };
  const document =
    'query Page {\n  b {\n    ...Total\n  }\n}\n\nfragment Price on Money {\n  amount\n}\n\nfragment Total on Order {\n  total {\n    ...Price\n  }\n}';
  expect(splitOperations([page, total, fragments])).toEqual([
    { id: operationId(document), name: 'Page', type: 'query', document, file: 'shop/page.graphql', line: 3 },
  ]);
});

test('the text is the same however the files are laid out', () => {
  const one = [{ path: 'a', content: 'query A { x ...F ...E } fragment E on Q { e } fragment F on Q { f }' }];
  const other = [
    { path: 'f', content: 'fragment F on Q { f }' },
    { path: 'a', content: 'query A {\n\n x\n ...F ...E } fragment E on Q { e }' },
  ];
  expect(splitOperations(other)[0]?.id).toBe(splitOperations(one)[0]?.id);
});

describe('what is refused, with its place', () => {
  test.each([
    ['what does not parse', 'query A {\n  a(\n}', 3, /^It is not GraphQL: expected Name, found "}"\./],
    ['an operation without a name', '\nquery { a }', 2, 'The query has no name; give it one of its own.'],
    [
      'two operations of one name',
      'query A { a }\nquery A { b }',
      2,
      'Two operations are called A, the other in a.graphql:1; rename one.',
    ],
    ['two fragments of one name', 'fragment F on Q { a }\nfragment F on Q { b }', 2, /^Two fragments are called F/],
    ['a fragment that is missing', '\n\nquery A { ...Gone }', 3, /^A needs the fragment Gone, which is nowhere/],
    [
      'a definition of a type',
      'query A { a }\ntype Query { a: Int }',
      2,
      /^A client sends operations and fragments only/,
    ],
  ])('%s', (_what, content, line, message) => {
    const split = () => splitOperations([{ path: 'a.graphql', content }]);
    expect(split).toThrow(OperationInputError);
    expect(split).toThrow(expect.objectContaining({ file: 'a.graphql', line }));
    expect(split).toThrow(message);
  });
});
