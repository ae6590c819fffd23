import type { Logger } from '@souk/kit/observability';
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
  assertionFor: AssertionFor;
  metrics: Metrics;
  logger: Logger;
}

export interface ExecutionParts {
  subgraphs: Subgraphs;
  askSubgraph: AskSubgraph;
  compileOperation: CompileOperation;
  prepared: PreparedOperations;
}

/** What plans operations, and asks the subgraphs what their plans want. */
export function openExecution(
  schemas: SupergraphSchemas,
  config: RouterConfig,
  { assertionFor, metrics, logger }: ExecutionNeeds,
): ExecutionParts {
  const isTraced = config.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined;
  const subgraphs = openSubgraphs(schemas.supergraph, config.SUBGRAPH_URLS, {
    timeoutMs: config.SUBGRAPH_TIMEOUT_MS,
    isTraced,
    metrics: metrics.subgraph,
    assertionFor,
    logger,
  });
  const askSubgraph: AskSubgraph = (name, question) => subgraphs.get(name).ask(question);
  const compile = createOperationCompiler(schemas, askSubgraph);
  const compileOperation = measurePlanning(compile, metrics, isTraced);
  const prepared = new PreparedOperations(compileOperation, metrics.prepared);
  return { subgraphs, askSubgraph, compileOperation, prepared };
}
