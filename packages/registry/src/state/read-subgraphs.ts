import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeCrash } from './describe-crash.js';
import { sdlHeader } from './generated-mark.js';
import { readSources } from './read-sources.js';
import type { SubgraphSdl } from './registry-state.js';

const run = promisify(execFile);
const maxBuffer = 16 * 1024 * 1024;
const printer = join(import.meta.dirname, 'print-sdl.js');

/** Reads the SDL of every subgraph from its compiled code. @throws {RegistryInputError} that names one that has none. */
export async function readSubgraphs(root: string): Promise<SubgraphSdl[]> {
  const folders = await readdir(join(root, 'subgraphs'), { withFileTypes: true });
  const names = folders.filter((folder) => folder.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => readSubgraph(root, name)));
}

async function readSubgraph(root: string, name: string): Promise<SubgraphSdl> {
  const graph = join(root, 'subgraphs', name, 'dist/src/graphql/graph.js');
  try {
    return { name, file: `schema/subgraphs/${name}.graphql`, sdl: sdlHeader + (await printSdl(graph)) };
  } catch (error) {
    const file = `subgraphs/${name}/src/graphql/graph.ts`;
    const sources = await readSources(root, [`subgraphs/${name}/src`, 'packages/kit/src/graphql']);
    throw describeCrash(`The graph of ${name} cannot be built`, await withPlaces(graph, error), {
      root,
      file,
      sources,
    });
  }
}

async function printSdl(graph: string, options: readonly string[] = []): Promise<string> {
  const { stdout } = await run(process.execPath, [...options, printer, graph], { maxBuffer });
  return stdout;
}

/** Tries again with source maps, which take too long to load while nothing fails. */
async function withPlaces(graph: string, error: unknown): Promise<unknown> {
  try {
    await printSdl(graph, ['--enable-source-maps']);
    return error;
  } catch (again) {
    return again;
  }
}
