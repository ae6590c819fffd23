import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeRemark } from '../publish/composition-remark.js';
import { describeDrift } from '../publish/describe-drift.js';
import { findDrift, mendDrift, type Publication } from '../publish/generated-file.js';
import type { GraphInHand } from '../publish/publications.js';
import type { Graph } from '../publish/read-graph.js';
import { RegistryInputError } from '../registry-input.error.js';
import { runCommand } from './run-command.js';

const root = join(import.meta.dirname, '../../../../..');
enableCompileCache(join(root, '.local/cache/node'));
const { publications, publishSubgraphs } = await import('../publish/publications.js');
const { readGraph } = await import('../publish/read-graph.js');

/** `npm run generate [-- --check]`: writes what is made from code, or refuses what is not current. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  const compare = values.check ? driftOf : mend;
  const graph = await readGraph(root);
  const hints = graph.hints.map((hint) => `hint: ${describeRemark(hint)}`);
  const drift = await compareAll(await mustCompose(graph, compare), compare);
  const text = [...hints, ...(values.check ? checked(drift) : written(drift))].join('\n');
  return { text, isRefused: values.check && drift.length > 0 };
});

type Compare = (publication: Publication) => Promise<string[]>;

/** Goes through all that is generated. Gives back what was not current, a line for each file. */
async function compareAll(graph: GraphInHand, compare: Compare): Promise<string[]> {
  const drift: string[] = [];
  for await (const publication of publications(root, graph)) {
    if (publication.problem) throw new RegistryInputError(publication.problem);
    drift.push(...(await compare(publication)));
  }
  return drift;
}

/** The errors name lines of the subgraphs' SDL, which is therefore made current all the same. */
async function mustCompose({ subgraphs, composed, errors }: Graph, compare: Compare): Promise<GraphInHand> {
  if (composed) return { subgraphs, composed };
  await compare(publishSubgraphs(subgraphs));
  throw new RegistryInputError(`The subgraphs do not compose:\n${errors.map(describeRemark).join('\n')}`);
}

async function driftOf(publication: Publication): Promise<string[]> {
  return describeDrift(await findDrift(root, publication));
}

async function mend(publication: Publication): Promise<string[]> {
  const drift = await findDrift(root, publication);
  await mendDrift(root, drift);
  return describeDrift(drift);
}

function checked(drift: readonly string[]): string[] {
  if (drift.length === 0) return [`Everything generated is current (${seconds()}).`];
  return [`Not what the code says (${seconds()}):`, ...drift, 'To mend it: npm run generate'];
}

function written(drift: readonly string[]): string[] {
  return drift.length === 0
    ? [`Everything generated was current (${seconds()}).`]
    : [`Written (${seconds()}):`, ...drift];
}

function seconds(): string {
  return `${(performance.now() / 1_000).toFixed(1)} s`;
}
