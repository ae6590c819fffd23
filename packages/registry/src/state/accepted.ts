import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RegistryInputError } from '../registry-input.error.js';
import { git } from './git.js';
import { isKnownRevision } from './read-revision.js';

export const acceptedFile = 'schema/accepted.json';

/** The revision whose promises were accepted last. */
export interface Accepted {
  /** The hash that the file says. */
  named: string;
  /** The same, or what stands for it where this clone does not have it. */
  revision: string;
}

const acceptedSchema = z.object({ revision: z.string().regex(/^[0-9a-f]{40}$/) });

/**
 * Reads which revision was accepted last. A rebase or a squash gives commits new names; then it is the commit that wrote
 * the file, since what it holds is what was accepted.
 * @throws {RegistryInputError} when the file does not say one, or a shallow clone cannot know it.
 */
export async function readAccepted(root: string): Promise<Accepted> {
  const named = await namedRevision(root);
  if (await isKnownRevision(root, named)) return { named, revision: named };
  const isShallow = (await git(root, 'rev-parse', '--is-shallow-repository')) === 'true';
  const writer = isShallow ? '' : await git(root, 'log', '-1', '--format=%H', '--', acceptedFile);
  if (writer) return { named, revision: writer };
  throw new RegistryInputError(
    `It names ${named}, which is not in this clone. Fetch it (git fetch --unshallow, or fetch-depth: 0 in a workflow), or name a base with --base.`,
    { file: acceptedFile },
  );
}

/** Makes a revision the accepted one. */
export async function writeAccepted(root: string, revision: string): Promise<void> {
  await writeFile(join(root, acceptedFile), `${JSON.stringify({ revision }, null, 2)}\n`);
}

async function namedRevision(root: string): Promise<string> {
  try {
    return acceptedSchema.parse(JSON.parse(await readFile(join(root, acceptedFile), 'utf8'))).revision;
  } catch {
    throw new RegistryInputError(
      `It must name the accepted revision: { "revision": "<40 hexadecimal digits>" }. Restore it from git: git restore --source=HEAD ${acceptedFile}`,
      { file: acceptedFile },
    );
  }
}
