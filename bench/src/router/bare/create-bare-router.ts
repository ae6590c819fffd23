import { hash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { createLogger } from '@souk/kit/observability';
import type { GuardedSupergraph } from '@souk/router/access/guarded-supergraph';
import { createOperationCompiler } from '@souk/router/execution/compile-operation';
import { PreparedOperations } from '@souk/router/execution/prepared-operations';
import { createFront } from '@souk/router/front/front';
import { createInRequest } from '@souk/router/http/request-scope';
import { nobody } from '@souk/router/identity/identity';
import { createMetrics, type Metrics } from '@souk/router/metrics/metrics';
import { createRouterErrorFormatter } from '@souk/router/operations/format-errors';
import { buildSupergraphSchemas } from '@souk/router/supergraph/supergraph-schemas';
import { parse } from 'graphql';
import { operations } from '../graph/operations.js';
import { openSubgraphs } from './open-subgraphs.js';

/**
 * What the router executes operations with, and nothing that protects it. The router itself cannot be started like that.
 * It knows the three operations of this bench, and no others.
 */
export function createBareRouter(supergraph: GuardedSupergraph): RequestListener {
  const metrics = createMetrics();
  const parts = {
    prepared: prepareOperations(supergraph, metrics),
    admit: () => {},
    authenticate: async () => nobody,
    addressOf: () => '',
    errors: createRouterErrorFormatter(createLogger('bare', 'info'), metrics.errors),
    inRequest: createInRequest(false),
    metrics,
    isAllowedOrigin: () => true,
    securityHeaders: {},
  };
  return createFront(parts, (_request, response) => response.writeHead(404).end());
}

function prepareOperations(supergraph: GuardedSupergraph, metrics: Metrics): PreparedOperations {
  const schemas = buildSupergraphSchemas(supergraph);
  const askSubgraph = openSubgraphs([...schemas.supergraph.subgraphsMetadata()], metrics.subgraph);
  const prepared = new PreparedOperations(createOperationCompiler(schemas, askSubgraph), metrics.prepared);
  for (const { name, query } of operations)
    prepared.get({ hash: hash('sha256', query), document: parse(query), operationName: name });
  return prepared;
}
