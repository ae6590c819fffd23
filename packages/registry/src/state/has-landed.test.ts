import { afterAll, expect, test } from '@jest/globals';
import { gitRepository } from '../../test/git-repository.js';
import { hasLanded } from './has-landed.js';

const repository = await gitRepository();
const { root } = repository;
afterAll(() => repository.remove());

test('a revision has landed when it is part of main, here or where the clone is from', async () => {
  await repository.git('checkout', '--quiet', '-b', 'work');
  const first = await repository.commit({ 'a.txt': 'a' });
  expect(await hasLanded(root, first)).toBeUndefined();
  await repository.git('branch', 'main');
  const second = await repository.commit({ 'a.txt': 'b' });
  expect(await hasLanded(root, first)).toBe(true);
  expect(await hasLanded(root, second)).toBe(false);
  await repository.git('update-ref', 'refs/remotes/origin/main', second);
  expect(await hasLanded(root, second)).toBe(true);
});
