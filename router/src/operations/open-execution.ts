import type { NatsConnection } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import type { GuardedSupergraph } from '../access/guarded-supergraph.js';
import type { CacheHints } from '../cache/cache-hints.js';
import { type OpenResponseCache, openResponseCache } from '../cache/open-response-cache.js';
import type { RouterConfig } from '../config.js';
import { type CompileOperation, createOperationCompiler } from '../execution/compile-operation.js';
import { PreparedOperations } from '../execution/prepared-operations.js';
import type { AssertionFor } from '../identity/assertions.js';
import { measurePlanning } from '../metrics/measure-planning.js';
import type { Metrics } from '../metrics/metrics.js';
import type { AskSubgraph } from '../subgraphs/ask-subgraph.js';
import { openSubgraphs, type Subgraphs } from '../subgraphs/open-subgraphs.js';
import type { SupergraphSchemas } from '../supergraph/supergraph-schemas.js';

export interface ExecutionNeeds {
  supergraph: GuardedSupergraph;
  /** Absent where nothing may be kept. */
  cacheHints: CacheHints | undefined;
  nats: NatsConnection;
  assertionFor: AssertionFor;
  metrics: Metrics;
  logger: Logger;
}

export interface ExecutionParts {
  subgraphs: Subgraphs;
  askSubgraph: AskSubgraph;
  compileOperation: CompileOperation;
  prepared: PreparedOperations;
  close(): Promise<void>;
}

/** What plans operations, and asks the subgraphs what their plans want. */
export function openExecution(schemas: SupergraphSchemas, config: RouterConfig, needs: ExecutionNeeds): ExecutionParts {
  const { assertionFor, metrics, logger } = needs;
  const isTraced = config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined;
  const subgraphs = openSubgraphs(schemas.supergraph, config.SUBGRAPH_URLS, {
    timeoutMs: config.SUBGRAPH_TIMEOUT_MS,
    isTraced,
    metrics: metrics.subgraph,
    assertionFor,
    logger,
  });
  const askSubgraph: AskSubgraph = (name, question) => subgraphs.get(name).ask(question);
  const cache = openCache(schemas, config, needs);
  const compile = createOperationCompiler(schemas, askSubgraph, cache?.compileCachedQuestion);
  const compileOperation = measurePlanning(compile, metrics, isTraced);
  const prepared = new PreparedOperations(compileOperation, metrics.prepared);
  const close = async () => {
    await cache?.close();
    await subgraphs.close();
  };
  return { subgraphs, askSubgraph, compileOperation, prepared, close };
}

function openCache(
  schemas: SupergraphSchemas,
  config: RouterConfig,
  { supergraph, cacheHints: hints, metrics, nats, logger }: ExecutionNeeds,
): OpenResponseCache | undefined {
  if (!hints || config.RESPONSE_CACHE === 'off') return undefined;
  return openResponseCache({
    supergraph: schemas.supergraph,
    supergraphSdl: supergraph.sdl,
    hints,
    redisUrl: config.REDIS_URL,
    redisPrefix: config.REDIS_PREFIX,
    nats,
    metrics,
    logger,
  });
}
