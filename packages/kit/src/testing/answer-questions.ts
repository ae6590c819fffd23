import type { Answer } from '../asking/index.js';
import { startAnswering } from '../asking/index.js';
import { createLogger } from '../observability/index.js';
import type { SubgraphParts } from '../server/index.js';

/** Stands where another subgraph stands: answers its questions over the real broker. Returns a function that ends it. */
export function answerQuestions(
  { nats, orm, now, ask }: SubgraphParts,
  answers: readonly Answer[],
): () => Promise<void> {
  const logger = createLogger('test', 'error');
  const context = () => ({ em: orm.em.fork(), now, ask, logger });
  return startAnswering(nats, answers, { context, logger });
}
