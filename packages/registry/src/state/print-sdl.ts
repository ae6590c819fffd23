import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SubgraphGraph } from '@souk/kit/graphql';

/**
 * Prints the SDL of the graph in the module given as argument. It runs in a process of its own for each subgraph, because
 * type-graphql keeps what all classes of a process declare in one place. What all these processes load alike is compiled
 * once.
 */
const [, , modulePath = ''] = process.argv;
enableCompileCache(join(import.meta.dirname, '../../../../../.local/cache/node'));
const { printSubgraph } = await import('@souk/kit/graphql');
const { graph } = (await import(pathToFileURL(modulePath).href)) as { graph?: SubgraphGraph };
if (!graph) throw new Error('The module exports no `graph`, which names its resolvers.');
process.stdout.write(`${await printSubgraph(graph)}\n`);
