import { operationFromDocument } from '@apollo/federation-internals';
import { type DocumentNode, getOperationAST, getVariableValues } from 'graphql';
import { soleOperation } from '../admission/sole-operation.js';
import type { AskSubgraph } from '../subgraphs/ask-subgraph.js';
import type { SupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { CompiledOperation } from './compiled-operation.js';
import { NotCompiledError } from './not-compiled.error.js';
import { requireOrdinaryFields } from './ordinary-names.js';
import { compilePlan } from './plan/compile-plan.js';
import { compileProjection } from './projection/compile-projection.js';

/**
 * Compiles a query or mutation of a document that is valid.
 * @throws {NotCompiledError} when it is one for the gateway's own executor.
 */
export type CompileOperation = (document: DocumentNode, operationName: string | undefined) => CompiledOperation;

/** Plans and compiles operations over one supergraph. */
export function createOperationCompiler(schemas: SupergraphSchemas, askSubgraph: AskSubgraph): CompileOperation {
  const { apiSchema, apiGraphqlSchema: schema, supergraphGraphqlSchema: supergraphSchema, planner } = schemas;
  return (document, operationName) => {
    const definition = getOperationAST(document, operationName);
    if (!definition) throw new NotCompiledError('The document has no such operation.');
    requireOrdinaryFields(document);
    const operation = operationFromDocument(apiSchema, document, { operationName, validate: false });
    const { node } = planner.buildQueryPlan(operation);
    if (node?.kind === 'Subscription') throw new NotCompiledError('A subscription is executed event by event.');
    return new CompiledOperation({
      ...soleOperation(document, definition),
      operation,
      step: node && compilePlan(node, { askSubgraph, supergraphSchema }),
      project: compileProjection(schema, document, definition),
      coerce: (variables) => getVariableValues(schema, definition.variableDefinitions ?? [], variables),
    });
  };
}
