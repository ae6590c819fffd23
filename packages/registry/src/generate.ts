import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compose } from './compose.js';
import { generateDocuments } from './generate-documents.js';
import { type GeneratedFile, header, outdatedFiles, writeFiles } from './generated-file.js';
import { readSubgraphs } from './read-subgraphs.js';

/**
 * `npm run generate [-- --check]`: writes what is made from code, or says what is not current.
 * Exit code 1 when `--check` finds drift, 2 when it could not be found out.
 */
const root = join(import.meta.dirname, '../../../..');
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

try {
  process.exitCode = values.check ? await check() : await generate();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}

async function generate(): Promise<number> {
  const written = await writeFiles(root, await schemaFiles());
  written.push(...(await writeFiles(root, await generateDocuments(root))));
  process.stdout.write(written.length > 0 ? `Written: ${written.join(', ')}\n` : 'Everything generated was current.\n');
  return 0;
}

async function check(): Promise<number> {
  const outdated = await outdatedFiles(root, [...(await schemaFiles()), ...(await generateDocuments(root))]);
  if (outdated.length === 0) {
    process.stdout.write('Everything generated is current.\n');
    return 0;
  }
  process.stdout.write(`Not current: ${outdated.map(({ path }) => path).join(', ')}. Run: npm run generate\n`);
  return 1;
}

async function schemaFiles(): Promise<GeneratedFile[]> {
  const subgraphs = await readSubgraphs(root);
  const { supergraph, api, hints } = compose(subgraphs);
  for (const hint of hints) process.stdout.write(`hint: ${hint}\n`);
  return [
    ...subgraphs.map(({ name, sdl }) => ({ path: `schema/subgraphs/${name}.graphql`, content: header + sdl })),
    { path: 'schema/supergraph.graphql', content: `${header}${supergraph}\n` },
    { path: 'schema/api.graphql', content: header + api },
  ];
}
