import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { RegistryInputError } from '../registry-input.error.js';

export const acceptedFile = 'schema/accepted.json';

const acceptedSchema = z.object({ revision: z.string().regex(/^[0-9a-f]{40}$/) });

/** The revision whose promises were accepted last. @throws {RegistryInputError} when the file does not say one. */
export async function readAccepted(root: string): Promise<string> {
  try {
    return acceptedSchema.parse(JSON.parse(await readFile(join(root, acceptedFile), 'utf8'))).revision;
  } catch {
    throw new RegistryInputError(
      'It must name the accepted revision: { "revision": "<40 hexadecimal digits>" }. Restore it from git, or name a base with --base.',
      { file: acceptedFile },
    );
  }
}

/** Makes a revision the accepted one. */
export async function writeAccepted(root: string, revision: string): Promise<void> {
  await writeFile(join(root, acceptedFile), `${JSON.stringify({ revision }, null, 2)}\n`);
}
