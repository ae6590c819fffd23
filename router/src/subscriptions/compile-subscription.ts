import { operationFromDocument } from '@apollo/federation-internals';
import { PublicError } from '@souk/kit/domain';
import { type DocumentNode, getOperationAST, getVariableValues, type OperationDefinitionNode, print } from 'graphql';
import { rootFieldsOf } from '../admission/root-fields.js';
import { soleOperation } from '../admission/sole-operation.js';
import { NotCompiledError } from '../execution/not-compiled.error.js';
import { requireOrdinaryFields } from '../execution/ordinary-names.js';
import { compilePlan } from '../execution/plan/compile-plan.js';
import { compileProjection } from '../execution/projection/compile-projection.js';
import type { ErrorFormatter } from '../operations/format-errors.js';
import type { AskSubgraph } from '../subgraphs/ask-subgraph.js';
import type { SupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { CompiledSubscription } from './compiled-subscription.js';

/** @throws {PublicError} BAD_REQUEST for what cannot be subscribed to. */
export type CompileSubscription = (document: DocumentNode, operationName: string | undefined) => CompiledSubscription;

export interface CompilationParts {
  schemas: SupergraphSchemas;
  askSubgraph: AskSubgraph;
  errors: ErrorFormatter;
}

/** Plans and compiles subscriptions. One is remembered for as long as its document is. */
export function createSubscriptionCompiler(parts: CompilationParts): CompileSubscription {
  const known = new WeakMap<OperationDefinitionNode, CompiledSubscription>();
  return (document, operationName) => {
    const definition = getOperationAST(document, operationName);
    if (!definition) throw new PublicError('BAD_REQUEST', 'The document has no such operation.');
    const subscription = known.get(definition) ?? compile(document, definition, parts);
    known.set(definition, subscription);
    return subscription;
  };
}

function compile(
  wholeDocument: DocumentNode,
  definition: OperationDefinitionNode,
  { schemas, askSubgraph, errors }: CompilationParts,
): CompiledSubscription {
  const sole = soleOperation(wholeDocument, definition);
  const { document } = sole;
  const { apiSchema, apiGraphqlSchema: schema, supergraphGraphqlSchema: supergraphSchema, planner } = schemas;
  requireOrdinary(document);
  const operation = operationFromDocument(apiSchema, document, { validate: false });
  const { node } = planner.buildQueryPlan(operation);
  const [field] = rootFieldsOf(sole);
  if (node?.kind !== 'Subscription' || !field)
    throw new PublicError('BAD_REQUEST', 'A subscription selects exactly one field, unconditionally.');
  const { primary, rest } = node;
  return new CompiledSubscription({
    text: print(document),
    variableNames: definition.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [],
    operation,
    primary,
    responseName: (field.alias ?? field.name).value,
    rest: rest && compilePlan(rest, { askSubgraph, supergraphSchema }),
    project: compileProjection(schema, document, definition),
    coerce: (variables) =>
      getVariableValues(schema, definition.variableDefinitions ?? [], variables, { maxErrors: 10 }),
    errors,
  });
}

function requireOrdinary(document: DocumentNode): void {
  try {
    requireOrdinaryFields(document);
  } catch (error) {
    if (!(error instanceof NotCompiledError)) throw error;
    throw new PublicError('BAD_REQUEST', `In a subscription no field may have such a name: ${error.message}`);
  }
}
