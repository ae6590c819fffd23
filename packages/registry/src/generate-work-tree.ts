import { describeRemark } from './publish/composition-remark.js';
import { describeDrift } from './publish/describe-drift.js';
import { findDrift, mendDrift, type Publication } from './publish/generated-file.js';
import { type GraphInHand, publications, publishSubgraphs } from './publish/publications.js';
import { type Graph, readGraph } from './publish/read-graph.js';
import { RegistryInputError } from './registry-input.error.js';

export interface Generation {
  /** What the composition remarks on. */
  hints: readonly string[];
  /** What was not as the code says, a line for each file. */
  drift: readonly string[];
}

type Compare = (publication: Publication) => Promise<string[]>;

const howToMend = 'npm run schema:check says what mends it.';

/**
 * Makes everything that is made from code, and writes what is not current; or only compares.
 * @throws {RegistryInputError} when some of it cannot be made.
 */
export async function generateWorkTree(root: string, { writes }: { writes: boolean }): Promise<Generation> {
  const compare: Compare = async (publication) => {
    const drift = await findDrift(root, publication);
    if (writes) await mendDrift(root, drift);
    return describeDrift(drift);
  };
  const graph = await readGraph(root);
  const drift = await compareAll(root, await mustCompose(graph, compare), compare);
  return { hints: graph.hints.map(describeRemark), drift };
}

async function compareAll(root: string, graph: GraphInHand, compare: Compare): Promise<string[]> {
  const drift: string[] = [];
  for await (const publication of publications(root, graph)) {
    if (publication.problem) throw new RegistryInputError(`${publication.problem}\n${howToMend}`);
    drift.push(...(await compare(publication)));
  }
  return drift;
}

/** The errors name lines of the subgraphs' SDL, which is therefore made current all the same. */
async function mustCompose({ subgraphs, composed, errors }: Graph, compare: Compare): Promise<GraphInHand> {
  if (composed) return { subgraphs, composed };
  await compare(publishSubgraphs(subgraphs));
  throw new RegistryInputError(['The subgraphs do not compose:', ...errors.map(describeRemark), howToMend].join('\n'));
}
