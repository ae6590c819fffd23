import { subgraphParts } from '../graph/subgraph-parts.js';
import { answerParent } from '../processes/answer-parent.js';
import { serveJson } from '../processes/serve-json.js';
import { answerFromMemory } from './answer-from-memory.js';
import type { SubgraphsState } from './subgraphs-state.js';

let requests = 0;
const urls = Object.fromEntries(
  await Promise.all(
    subgraphParts.map(async (part) => {
      const answer = answerFromMemory(part);
      const { port } = await serveJson((body) => {
        requests++;
        return answer(body);
      });
      return [part.name, `http://127.0.0.1:${port}/graphql`];
    }),
  ),
);

answerParent(async (): Promise<SubgraphsState> => ({ urls, requests }));
