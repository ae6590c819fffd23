import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { printSchema } from 'graphql';
import { aComposedState } from './builders/a-composed-state.js';

/** A folder with the generated schemas of a tiny shop and with files, by their paths. Remove it afterwards. */
export async function temporaryRepository(sdl: string, files: Record<string, string> = {}) {
  const root = await mkdtemp(join(tmpdir(), 'souk-registry-'));
  const { api, supergraphSdl } = aComposedState(sdl);
  const generated = { 'schema/api.graphql': printSchema(api), 'schema/supergraph.graphql': supergraphSdl };
  for (const [path, content] of Object.entries({ ...generated, ...files })) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return { root, remove: () => rm(root, { recursive: true }) };
}
