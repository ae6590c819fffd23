import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { RegistryInputError } from '../registry-input.error.js';
import { isKnownRevision } from './read-revision.js';

const run = promisify(execFile);

export const acceptedFile = 'schema/accepted.json';

const acceptedSchema = z.object({ revision: z.string().regex(/^[0-9a-f]{40}$/) });

/**
 * The revision whose promises were accepted last. A rebase or a squash gives commits new names; then it is the commit that
 * wrote the file, since what it holds is what was accepted.
 * @throws {RegistryInputError} when the file does not say one, or this clone cannot know it.
 */
export async function acceptedRevision(root: string): Promise<string> {
  const revision = await readAccepted(root);
  if ((await isKnownRevision(root, revision)) || (await git(root, 'rev-parse', '--is-shallow-repository')) === 'true') {
    return revision;
  }
  return (await git(root, 'log', '-1', '--format=%H', '--', acceptedFile)) || revision;
}

/** Makes a revision the accepted one. */
export async function writeAccepted(root: string, revision: string): Promise<void> {
  await writeFile(join(root, acceptedFile), `${JSON.stringify({ revision }, null, 2)}\n`);
}

async function readAccepted(root: string): Promise<string> {
  try {
    return acceptedSchema.parse(JSON.parse(await readFile(join(root, acceptedFile), 'utf8'))).revision;
  } catch {
    throw new RegistryInputError(
      'It must name the accepted revision: { "revision": "<40 hexadecimal digits>" }. Restore it from git, or name a base with --base.',
      { file: acceptedFile },
    );
  }
}

async function git(root: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', args, { cwd: root });
  return stdout.trim();
}
