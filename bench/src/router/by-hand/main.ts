import { serveJson } from '../processes/serve-json.js';
import { openSubgraph } from './ask-subgraph.js';
import { listProducts, type Subgraphs } from './list-products.js';
import { heavyQueries, smallQuery, typicalQueries } from './queries.js';

const [port, urls = ''] = process.argv.slice(2);
const opened = Object.entries(JSON.parse(urls) as Record<string, string>).map(([name, url]) => [
  name,
  openSubgraph(url),
]);
const subgraphs = Object.fromEntries(opened) as Subgraphs;

/** What a person would write who knows the three operations of this bench beforehand. */
await serveJson(async (body) => {
  const { operationName, variables } = JSON.parse(body) as { operationName: string; variables: object };
  return JSON.stringify({ data: await answer(operationName, variables) });
}, Number(port));

async function answer(operationName: string, variables: object): Promise<object> {
  switch (operationName) {
    case 'small':
      return subgraphs.catalog(smallQuery, variables);
    case 'typical':
      return { products: await listProducts(subgraphs, typicalQueries, variables) };
    default:
      return { products: await listProducts(subgraphs, heavyQueries, variables) };
  }
}
