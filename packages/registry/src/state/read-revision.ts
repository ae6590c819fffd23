import { RegistryInputError } from '../registry-input.error.js';
import { git, gitIfSo, gitObjects } from './git.js';
import { isKept, type SourceFile } from './source-file.js';

/** The full hash of a revision. @throws {RegistryInputError} when this clone does not have it. */
export async function resolveRevision(root: string, revision: string): Promise<string> {
  const hash = await hashOf(root, revision);
  if (hash) return hash;
  throw new RegistryInputError(
    `The revision ${revision} is not in this clone. Fetch it (git fetch --unshallow, or fetch-depth: 0 in a workflow), or name another with --base.`,
  );
}

/** Whether this clone has a revision. */
export async function isKnownRevision(root: string, revision: string): Promise<boolean> {
  return (await hashOf(root, revision)) !== undefined;
}

/** Whether one known revision is another, or one of those that led to it. */
export async function isPartOf(root: string, revision: string, later: string): Promise<boolean> {
  return (await gitIfSo(root, 'merge-base', '--is-ancestor', revision, later)) !== undefined;
}

function hashOf(root: string, revision: string): Promise<string | undefined> {
  return gitIfSo(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`);
}

/** Reads every kept file of `schema/` as it stood in a revision, sorted by path. */
export async function readRevision(root: string, revision: string): Promise<SourceFile[]> {
  const listed = await git(root, 'ls-tree', '-r', '--name-only', '-z', revision, '--', 'schema');
  const paths = listed.split('\0').filter(isKept);
  const contents = await gitObjects(
    root,
    paths.map((path) => `${revision}:${path}`),
  );
  return paths.map((path, index) => ({ path, content: contents[index] ?? '' }));
}
