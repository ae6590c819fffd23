import type { FindSubgraphMetrics } from '@souk/router/metrics/subgraph-metrics';
import type { AskSubgraph, SubgraphAnswer, SubgraphQuestion } from '@souk/router/subgraphs/ask-subgraph';
import { readAnswer } from '@souk/router/subgraphs/read-answer';
import { SubgraphPool } from '@souk/router/subgraphs/subgraph-pool';

interface Address {
  name: string;
  url: string;
}

type Ask = (question: SubgraphQuestion) => Promise<SubgraphAnswer>;

const timeoutMs = 5_000;

/** Asks subgraphs over the router's own connections, without a breaker, and without telling them who asks. */
export function openSubgraphs(addresses: readonly Address[], metricsOf: FindSubgraphMetrics): AskSubgraph {
  const asks = new Map(addresses.map((address) => [address.name, openSubgraph(address, metricsOf)]));
  return (name, question) => asks.get(name)!(question);
}

function openSubgraph({ name, url }: Address, metricsOf: FindSubgraphMetrics): Ask {
  const metrics = metricsOf(name);
  const pool = new SubgraphPool(url, { timeoutMs, onRepeat: () => metrics.repeated() });
  return async ({ body, isRepeatable, context: { requestId, departure } }) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json', 'x-request-id': requestId };
    const askedAtMs = performance.now();
    const answer = readAnswer(await pool.post({ headers, body, isRepeatable, departure }));
    metrics.answered((performance.now() - askedAtMs) / 1_000);
    return answer;
  };
}
