import { expect, test } from '@jest/globals';
import { pageOf, toConnection } from './pagination.js';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const mapping = { keysOf: (row: { id: string }) => [row.id], toNode: (row: { id: string }) => row.id };

test('a page knows whether more follow, and its cursor leads to the next', () => {
  const page = pageOf({ first: 3 });
  const connection = toConnection(rows.slice(0, page.limit), page, mapping);
  expect(connection.nodes).toEqual(['a', 'b', 'c']);
  expect(connection.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(pageOf({ first: 3, after: connection.pageInfo.endCursor as string }).after).toEqual(['c']);
});

test('the last page says that nothing follows', () => {
  const page = pageOf({ first: 4 });
  expect(toConnection(rows, page, mapping).pageInfo.hasNextPage).toBe(false);
  expect(toConnection([], page, mapping)).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
});

test.each([0, -1, 101, 1_000_000])('a page of %i is refused', (first) => {
  expect(() => pageOf({ first })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});

test.each(['', 'nonsense', Buffer.from('{}').toString('base64url'), Buffer.from('[{}]').toString('base64url')])(
  'the cursor "%s" is refused',
  (after) => {
    expect(() => pageOf({ after })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  },
);
