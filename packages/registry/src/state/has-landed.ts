import { git } from './git.js';

/** What has landed is there: in this clone's main, and in the one that it was cloned from. */
const mains = ['refs/heads/main', 'refs/remotes/origin/main', 'refs/remotes/origin/HEAD'];

/** Whether a known revision is part of main; undefined where this clone has no main that could tell. */
export async function hasLanded(root: string, revision: string): Promise<boolean | undefined> {
  if ((await git(root, 'for-each-ref', ...mains)) === '') return undefined;
  return (await git(root, 'for-each-ref', '--contains', revision, ...mains)) !== '';
}
