import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { git, gitIfSo, gitObjects } from './git.js';

const root = await mkdtemp(join(tmpdir(), 'souk-no-git-'));
afterAll(() => rm(root, { recursive: true }));

const questions = [
  ['a question', () => git(root, 'rev-parse', 'HEAD')],
  ['a question of yes or no', () => gitIfSo(root, 'rev-parse', '--verify', '--quiet', 'HEAD')],
  ['a reading', () => gitObjects(root, ['HEAD:README.md'])],
] as const;

test.each(questions)('%s outside of a repository is refused with what to do', async (_what, ask) => {
  await expect(ask()).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringMatching(/read from git, which says: fatal: [\s\S]*\nWork in a clone of the repository/),
  });
});

test('what git denies is no mistake', async () => {
  await git(root, 'init', '--quiet');
  expect(await gitIfSo(root, 'rev-parse', '--verify', '--quiet', 'HEAD')).toBeUndefined();
});
