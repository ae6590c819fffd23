import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isKept, type SourceFile } from './source-file.js';

/** What is compiled, installed or typed there says nothing that its source does not. */
const passedOver = new Set(['dist', 'node_modules', 'generated']);

/** Reads every kept file of `schema/` as it stands in the work tree, sorted by path. */
export async function readWorkTree(root: string): Promise<SourceFile[]> {
  const paths = await pathsIn(join(root, 'schema'));
  const files = paths.map(async (path) => ({
    path: relative(root, path).split(sep).join('/'),
    content: await readFile(path, 'utf8'),
  }));
  return Promise.all(files);
}

async function pathsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inside = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : pathsIn(path);
    return isKept(entry.name) ? [path] : [];
  });
  return (await Promise.all(inside)).flat().sort();
}
