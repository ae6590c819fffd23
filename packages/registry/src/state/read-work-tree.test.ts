import { expect, test } from '@jest/globals';
import { gitRepository, writeAll } from '../../test/git-repository.js';
import { readWorkTree } from './read-work-tree.js';

test('the kept files of schema/ are read, committed or not, but for what is compiled, installed or typed there', async () => {
  const { root, remove } = await gitRepository();
  await writeAll(root, {
    'schema/subgraphs/shop.graphql': 'type Query { größe: Int }',
    'schema/allowances.yaml': '[]',
    'schema/dist/events/shop.json': '{}',
    'schema/node_modules/zod/package.json': '{}',
    'schema/generated/documents.json': '{}',
    'schema/refusals.ts': '',
    'docs/api.graphql': '',
  });
  expect(await readWorkTree(root)).toEqual([
    { path: 'schema/allowances.yaml', content: '[]' },
    { path: 'schema/subgraphs/shop.graphql', content: 'type Query { größe: Int }' },
  ]);
  await remove();
});
