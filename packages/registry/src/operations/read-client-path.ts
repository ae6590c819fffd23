import { readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { ClientFile } from '@souk/operations/client-operation';
import { apolloFormat } from '@souk/operations/manifests/apollo-manifest';
import { readManifest } from '@souk/operations/manifests/read-manifest';
import { OperationInputError } from '@souk/operations/operation-input.error';
import { RegistryInputError } from '../registry-input.error.js';

/**
 * Reads what a person hands in: a manifest, a document, or all documents of a folder. Files are named as seen from where
 * the person stands.
 * @throws {RegistryInputError} when there is nothing of the kind.
 */
export async function readClientPath(path: string, standingIn: string): Promise<ClientFile[]> {
  const files = await filesAt(resolve(standingIn, path), path);
  return files.map((file) => ({ path: relative(standingIn, file), content: readText(file) }));
}

async function filesAt(absolute: string, path: string): Promise<string[]> {
  const found = statSync(absolute, { throwIfNoEntry: false });
  if (!found)
    throw new RegistryInputError(`There is no ${path} here; name a manifest (.json), a document or a folder.`);
  return found.isDirectory() ? documentsIn(absolute, path) : [requireKnown(absolute, path)];
}

/** A manifest says all that a version sends, so that documents beside one would be a second answer. */
async function documentsIn(absolute: string, path: string): Promise<string[]> {
  const names = await namesIn(absolute);
  const documents = names.filter(isDocument).map((name) => join(absolute, name));
  if (documents.length === 0) {
    throw new RegistryInputError(
      `There is no document (.graphql, .gql) in ${path}; to hand in a manifest, name the file.`,
    );
  }
  const manifest = names.find((name) => name.endsWith('.json') && isManifest(join(absolute, name)));
  if (!manifest) return documents;
  throw new RegistryInputError(
    `It is a manifest among documents. Hand in the one or the others: name the file, or a folder without it.`,
    { file: join(path, manifest) },
  );
}

/** The files in a folder and its folders, sorted. A link to a folder may lead back to where it stands. */
async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const isFolder = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory();
  return names.filter((name) => !name.includes('node_modules') && !isFolder(name)).sort();
}

/** Windows puts a mark before a text, which is no part of it. */
function readText(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
}

function requireKnown(absolute: string, path: string): string {
  if (isDocument(path) || path.endsWith('.json')) return absolute;
  throw new RegistryInputError('Expected is a manifest (.json), a document (.graphql, .gql) or a folder of them.', {
    file: path,
  });
}

function isDocument(name: string): boolean {
  return /\.(graphql|gql)$/.test(name);
}

/** Among a client's files are many of JSON; a manifest that is broken must not pass for another. */
function isManifest(path: string): boolean {
  const content = readText(path);
  if (content.includes(apolloFormat)) return true;
  try {
    return readManifest({ path, content }).length > 0;
  } catch (error) {
    if (error instanceof OperationInputError) return false;
    throw error;
  }
}
