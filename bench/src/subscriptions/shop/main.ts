import { answerParent } from '../../router/processes/answer-parent.js';
import { serveJson } from '../../router/processes/serve-json.js';
import { type SubgraphName, typeDefs } from '../graph/watched-graph.js';
import { answerFromSchema } from './answer-from-schema.js';
import { commitChanges } from './commit-changes.js';
import { Orders } from './orders.js';
import type { ShopQuestion, ShopState } from './shop-question.js';

const orders = new Orders();
let requests = 0;
let orderIds: string[] = [];

const urls = Object.fromEntries(
  await Promise.all(
    Object.keys(typeDefs).map(async (name) => {
      const answer = answerFromSchema(name as SubgraphName, orders);
      const { port } = await serveJson((body) => {
        requests++;
        return answer(body);
      });
      return [name, `http://127.0.0.1:${port}/graphql`];
    }),
  ),
);

answerParent(async (question: ShopQuestion): Promise<ShopState> => {
  if (question.kind === 'place') orderIds = Array.from({ length: question.count }, () => orders.place());
  if (question.kind === 'commit') await commitChanges(orders, question);
  return { urls, requests, orderIds };
});
