import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathsIn } from '../state/paths-in.js';

/** A file that is made from the code, by its path from the root of the repository. */
export interface GeneratedFile {
  path: string;
  content: string;
}

/** Files that are made together. */
export interface Publication {
  files: readonly GeneratedFile[];
  /** Folders that hold nothing but these files. */
  owns: readonly string[];
  /** Why they could not be made, though everything else can. */
  problem?: string;
}

/** What is not on disk as it should be. */
export interface Drift {
  changed: GeneratedFile[];
  missing: GeneratedFile[];
  /** Paths of files that should no longer be there. */
  left: string[];
}

/** Compares a publication with what is on disk. */
export async function findDrift(root: string, { files, owns }: Publication): Promise<Drift> {
  const contents = await Promise.all(files.map(({ path }) => readIfPresent(join(root, path))));
  const present = await Promise.all(owns.map((folder) => pathsIn(root, folder)));
  const wanted = new Set(files.map(({ path }) => path));
  return {
    changed: files.filter(({ content }, index) => contents[index] !== undefined && contents[index] !== content),
    missing: files.filter((_file, index) => contents[index] === undefined),
    left: present.flat().filter((path) => !wanted.has(path)),
  };
}

/** Makes the disk as it should be. */
export async function mendDrift(root: string, { changed, missing, left }: Drift): Promise<void> {
  for (const { path, content } of [...changed, ...missing]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  for (const path of left) await rm(join(root, path));
}

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
