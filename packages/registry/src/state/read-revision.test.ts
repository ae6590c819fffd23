import { afterAll, expect, test } from '@jest/globals';
import { gitRepository } from '../../test/git-repository.js';
import { isKnownRevision, isPartOf, readRevision, resolveRevision } from './read-revision.js';

const repository = await gitRepository();
afterAll(() => repository.remove());

/** More than a pipe or a buffer holds at once, in signs of several bytes. */
const large = `# ${'Größe 大きさ 🧺 '.repeat(200_000)}\n`;
const first = await repository.commit({
  'schema/subgraphs/shop.graphql': 'type Query { größe: Int }\n',
  'schema/operations/café/menü.graphql': 'query Menü { größe }',
  'schema/samples/large.json': large,
  'schema/samples/nothing.json': '',
  'schema/allowances.yaml': '[]\n',
  'schema/refusals.ts': 'export {};',
  'docs/other.graphql': 'type Query { a: Int }',
});

test('the kept files of schema/ are read as they stood, sorted by path, whatever is in them', async () => {
  await repository.commit({ 'schema/subgraphs/shop.graphql': 'type Query { later: Int }\n' });
  const files = await readRevision(repository.root, first);
  expect(files.map(({ path }) => path)).toEqual([
    'schema/allowances.yaml',
    'schema/operations/café/menü.graphql',
    'schema/samples/large.json',
    'schema/samples/nothing.json',
    'schema/subgraphs/shop.graphql',
  ]);
  expect(files.map(({ content }) => content === large || content)).toEqual([
    '[]\n',
    'query Menü { größe }',
    true,
    '',
    'type Query { größe: Int }\n',
  ]);
});

test('a revision without schema/ has no files', async () => {
  const empty = await gitRepository();
  const revision = await empty.commit({ 'README.md': 'Nothing.' });
  expect(await readRevision(empty.root, revision)).toEqual([]);
  await empty.remove();
});

test('a revision is found by every name that git knows', async () => {
  await repository.git('tag', 'first', first);
  expect(await resolveRevision(repository.root, 'first')).toBe(first);
  expect(await resolveRevision(repository.root, first.slice(0, 10))).toBe(first);
  expect(await isKnownRevision(repository.root, first)).toBe(true);
});

test('a revision is part of itself and of what came after it', async () => {
  const later = await repository.commit({ 'docs/other.graphql': '' });
  expect(await isPartOf(repository.root, first, later)).toBe(true);
  expect(await isPartOf(repository.root, first, first)).toBe(true);
  expect(await isPartOf(repository.root, later, first)).toBe(false);
});

test.each(['f'.repeat(40), 'v9', 'HEAD@{999}', '--all', ''])(
  '%s, which this clone does not have, is refused with what to do',
  async (unknown) => {
    expect(await isKnownRevision(repository.root, unknown)).toBe(false);
    await expect(resolveRevision(repository.root, unknown)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(
        /^The revision .* is not in this clone\. Fetch it .*, or name another with --base/,
      ),
    });
  },
);
