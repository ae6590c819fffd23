import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { gitRepository, writeAll } from '../../test/git-repository.js';
import { acceptedFile, readAccepted, writeAccepted } from './accepted.js';

const repository = await gitRepository();
const { root } = repository;
afterAll(() => repository.remove());

test('what is accepted is a revision of this clone', async () => {
  const revision = await repository.commit({ 'schema/api.graphql': 'type Query { a: Int }' });
  await writeAccepted(root, revision);
  expect(await readAccepted(root)).toEqual({ named: revision, revision });
});

test('when a rebase has renamed it, the commit that wrote it down stands for it', async () => {
  const named = 'e'.repeat(40);
  const revision = await repository.commit({ [acceptedFile]: JSON.stringify({ revision: named }) });
  await repository.commit({ 'schema/api.graphql': 'type Query { b: Int }' });
  expect(await readAccepted(root)).toEqual({ named, revision });
});

test('a shallow clone, which may lack that one as well, has to be filled', async () => {
  const shallow = join(root, 'shallow');
  await repository.git('clone', '--quiet', '--depth=1', `file://${root}`, shallow);
  await expect(readAccepted(shallow)).rejects.toMatchObject({
    exitCode: 2,
    file: acceptedFile,
    message: expect.stringMatching(/^It names e{40}, which is not in this clone\. Fetch it/),
  });
});

test('a file that was never committed says nothing of a revision that is not there', async () => {
  const other = await gitRepository();
  await other.commit({ 'schema/api.graphql': '' });
  await writeAccepted(other.root, 'e'.repeat(40));
  await expect(readAccepted(other.root)).rejects.toMatchObject({ exitCode: 2, file: acceptedFile });
  await other.remove();
});

test.each(['', '{', '{}', '{ "revision": "main" }', `{ "revision": "${'g'.repeat(40)}" }`])(
  '%s is refused with what to do',
  async (content) => {
    await writeAll(root, { [acceptedFile]: content });
    await expect(readAccepted(root)).rejects.toMatchObject({
      exitCode: 2,
      file: acceptedFile,
      message: expect.stringMatching(/^It must name the accepted revision: .* Restore it from git/),
    });
  },
);
