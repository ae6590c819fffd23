import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface SubgraphSdl {
  /** The folder's name, which is the graph's name. */
  name: string;
  sdl: string;
}

/** Reads the SDL of every subgraph from its compiled code. @throws {Error} that names the subgraph that has none. */
export async function readSubgraphs(root: string): Promise<SubgraphSdl[]> {
  const folders = await readdir(join(root, 'subgraphs'), { withFileTypes: true });
  const names = folders
    .filter((folder) => folder.isDirectory())
    .map((folder) => folder.name)
    .sort();
  return Promise.all(names.map((name) => readSubgraph(root, name)));
}

async function readSubgraph(root: string, name: string): Promise<SubgraphSdl> {
  const printer = join(root, 'packages/registry/dist/src/print-sdl.js');
  const graph = join(root, 'subgraphs', name, 'dist/src/graphql/graph.js');
  try {
    const { stdout } = await run(process.execPath, [printer, graph], { maxBuffer: 16 * 1024 * 1024 });
    return { name, sdl: stdout };
  } catch (error) {
    throw new Error(
      `The graph of ${name} could not be built.\n${(error as { stderr?: string }).stderr ?? String(error)}`,
    );
  }
}
