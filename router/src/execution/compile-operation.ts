import { type Operation, operationFromDocument } from '@apollo/federation-internals';
import { type DocumentNode, getOperationAST, OperationTypeNode } from 'graphql';
import { guardOf } from '../access/operation-guard.js';
import { soleOperation } from '../admission/sole-operation.js';
import type { CompileCachedQuestion } from '../cache/compile-cached-question.js';
import type { AskSubgraph } from '../subgraphs/ask-subgraph.js';
import type { SupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { compileCoercion } from './compile-coercion.js';
import { CompiledOperation } from './compiled-operation.js';
import { GuardedSteps } from './guarded-steps.js';
import { NotCompiledError } from './not-compiled.error.js';
import { requireOrdinaryFields } from './ordinary-names.js';
import { compilePlan } from './plan/compile-plan.js';
import { compileProjection } from './projection/compile-projection.js';

/**
 * Compiles a query or mutation of a document that is valid.
 * @throws {NotCompiledError} when it is one for the gateway's own executor.
 */
export type CompileOperation = (document: DocumentNode, operationName: string | undefined) => CompiledOperation;

/**
 * Plans and compiles operations over one supergraph.
 * @param compileCachedQuestion for queries alone: what a mutation answers is read anew.
 */
export function createOperationCompiler(
  schemas: SupergraphSchemas,
  askSubgraph: AskSubgraph,
  compileCachedQuestion?: CompileCachedQuestion,
): CompileOperation {
  const { apiSchema, apiGraphqlSchema: schema, supergraphGraphqlSchema: supergraphSchema, planner, access } = schemas;
  return (document, operationName) => {
    const definition = getOperationAST(document, operationName);
    if (!definition) throw new NotCompiledError('The document has no such operation.');
    requireOrdinaryFields(document);
    const isQuery = definition.operation === OperationTypeNode.QUERY;
    const parts = { askSubgraph, supergraphSchema, ...(isQuery && { compileCachedQuestion }) };
    const read = (text: DocumentNode) => operationFromDocument(apiSchema, text, { validate: false });
    const plan = (operation: Operation) => {
      const { node } = planner.buildQueryPlan(operation);
      if (node?.kind === 'Subscription') throw new NotCompiledError('A subscription is executed event by event.');
      return node && compilePlan(node, parts);
    };
    const sole = soleOperation(document, definition);
    const operation = read(sole.document);
    const guard = guardOf(sole, access);
    return new CompiledOperation({
      ...sole,
      operation,
      step: plan(operation),
      guard: guard && new GuardedSteps(guard, (allowed) => plan(read(allowed))),
      project: compileProjection(schema, document, definition),
      coerce: compileCoercion(schema, definition.variableDefinitions ?? []),
    });
  };
}
