import { statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { ClientFile } from '@souk/operations/client-operation';
import { RegistryInputError } from '../registry-input.error.js';

/**
 * Reads what a person hands in: a manifest, a document, or all documents of a folder. Files are named as seen from where
 * the person stands.
 * @throws {RegistryInputError} when there is nothing of the kind.
 */
export async function readClientPath(path: string, standingIn: string): Promise<ClientFile[]> {
  const files = await filesAt(resolve(standingIn, path), path);
  return Promise.all(
    files.map(async (file) => ({ path: relative(standingIn, file), content: await readFile(file, 'utf8') })),
  );
}

async function filesAt(absolute: string, path: string): Promise<string[]> {
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (!found)
    throw new RegistryInputError(`There is no ${path} here; name a manifest (.json), a document or a folder.`);
  if (!found.isDirectory()) return [requireKnown(absolute, path)];
  const documents = (await readdir(absolute, { recursive: true })).filter(isDocument).sort();
  if (documents.length > 0) return documents.map((name) => join(absolute, name));
  throw new RegistryInputError(
    `There is no document (.graphql, .gql) in ${path}; to hand in a manifest, name the file.`,
  );
}

function requireKnown(absolute: string, path: string): string {
  if (isDocument(path) || path.endsWith('.json')) return absolute;
  throw new RegistryInputError('Expected is a manifest (.json), a document (.graphql, .gql) or a folder of them.', {
    file: path,
  });
}

function isDocument(name: string): boolean {
  return /\.(graphql|gql)$/.test(name) && !name.includes('node_modules');
}
