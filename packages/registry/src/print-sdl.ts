import { pathToFileURL } from 'node:url';
import { printSubgraph, type SubgraphGraph } from '@souk/kit/graphql';

/**
 * Prints the SDL of the graph in the module given as argument. It runs in a process of its own for each subgraph, because
 * type-graphql keeps what all classes of a process declare in one place.
 */
const [, , modulePath = ''] = process.argv;
const { graph } = (await import(pathToFileURL(modulePath).href)) as { graph: SubgraphGraph };
process.stdout.write(`${await printSubgraph(graph)}\n`);
