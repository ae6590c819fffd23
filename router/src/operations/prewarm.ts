import { basename, dirname } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import type { Logger } from '@souk/kit/observability';
import type { ClientOperation } from '@souk/operations/client-operation';
import { type GraphQLSchema, OperationTypeNode, parse, validate } from 'graphql';
import type { PreparedOperations } from '../execution/prepared-operations.js';
import type { Metrics } from '../metrics/metrics.js';

export interface PrewarmParts {
  schema: GraphQLSchema;
  prepared: PreparedOperations;
  metrics: Pick<Metrics, 'requests' | 'clients'>;
  logger: Logger;
  /** Ends it early. */
  signal: AbortSignal;
}

/**
 * Plans and compiles what clients are known to send before anybody sends it, one operation at a time, so that requests
 * need not wait for the rest. Never rejects: what is not prepared now is prepared when it comes.
 */
export async function prewarm(operations: readonly ClientOperation[], parts: PrewarmParts): Promise<void> {
  try {
    for (const operation of operations) tellApart(operation, parts.metrics);
    await keepAll(operations, parts);
  } catch (error) {
    parts.logger.warn({ err: error }, 'Known operations could not be prepared.');
  }
}

/** Every client has a folder of its own. */
function tellApart({ name, file }: ClientOperation, { requests, clients }: PrewarmParts['metrics']): void {
  requests.know(name);
  clients.know(basename(dirname(file)));
}

async function keepAll(operations: readonly ClientOperation[], parts: PrewarmParts): Promise<void> {
  let count = 0;
  for (const operation of operations) {
    if (parts.signal.aborted) return;
    if (keep(operation, parts)) count += 1;
    await otherWork();
  }
  parts.logger.info({ known: operations.length, prepared: count }, 'Known operations are prepared.');
}

/** What is not valid any more is left out: it is refused when it comes. */
function keep({ document: text, name, type }: ClientOperation, { schema, prepared }: PrewarmParts): boolean {
  const document = parse(text);
  if (type === OperationTypeNode.SUBSCRIPTION || validate(schema, document).length > 0) return false;
  prepared.keep({ document, operationName: name });
  return true;
}
