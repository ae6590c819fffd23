import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathsIn } from './paths-in.js';
import { isKept, type SourceFile } from './source-file.js';

/** What is compiled, installed or typed there says nothing that its source does not. */
const passedOver = /\/(dist|node_modules|generated)\//;

/** Reads every kept file of `schema/` as it stands in the work tree, sorted by path. */
export async function readWorkTree(root: string): Promise<SourceFile[]> {
  const paths = (await pathsIn(root, 'schema')).filter((path) => isKept(path) && !passedOver.test(path));
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(root, path), 'utf8') })));
}
