import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathsIn } from './paths-in.js';
import type { SourceFile } from './source-file.js';

/** Reads the TypeScript in some folders, without the tests. */
export async function readSources(root: string, folders: readonly string[]): Promise<SourceFile[]> {
  const paths = await Promise.all(folders.map((folder) => pathsIn(root, folder)));
  const code = paths.flat().filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
  return Promise.all(code.map(async (path) => ({ path, content: await readFile(join(root, path), 'utf8') })));
}
