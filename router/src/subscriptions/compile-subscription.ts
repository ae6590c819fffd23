import { operationFromDocument } from '@apollo/federation-internals';
import { PublicError } from '@souk/kit/domain';
import type { Caller } from '@souk/kit/identity';
import {
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  print,
  type ValueNode,
  visit,
} from 'graphql';
import { guardOf, type Restriction } from '../access/operation-guard.js';
import type { SoleOperation } from '../admission/concern.js';
import { rootFieldsOf } from '../admission/root-fields.js';
import { soleOperation } from '../admission/sole-operation.js';
import { NotCompiledError } from '../execution/not-compiled.error.js';
import { requireOrdinaryFields } from '../execution/ordinary-names.js';
import { compileProjection } from '../execution/projection/compile-projection.js';
import type { ErrorFormatter } from '../operations/format-errors.js';
import type { AskSubgraph } from '../subgraphs/ask-subgraph.js';
import type { SupergraphSchemas } from '../supergraph/supergraph-schemas.js';
import { CompiledSubscription } from './compiled-subscription.js';
import { JointExecution } from './joint-execution.js';
import type { NatsFedField } from './nats-fed-fields.js';
import { splitFed } from './split-fed.js';

/**
 * @throws {PublicError} BAD_REQUEST for what cannot be subscribed to.
 * @throws {GraphQLError} UNAUTHENTICATED or FORBIDDEN when it is denied to the caller.
 */
export type CompileSubscription = (
  document: DocumentNode,
  operationName: string | undefined,
  caller: Caller,
) => CompiledSubscription;

export interface CompilationParts {
  schemas: SupergraphSchemas;
  askSubgraph: AskSubgraph;
  errors: ErrorFormatter;
  /** Of which subscriptions the events are heard from NATS. */
  fields: readonly NatsFedField[];
}

/** Plans and compiles subscriptions. One is remembered for as long as its document is, for all who may see the same. */
export function createSubscriptionCompiler(parts: CompilationParts): CompileSubscription {
  const known = new WeakMap<OperationDefinitionNode | Restriction, CompiledSubscription>();
  return (document, operationName, caller) => {
    const definition = getOperationAST(document, operationName);
    if (!definition) throw new PublicError('BAD_REQUEST', 'The document has no such operation.');
    const sole = soleOperation(document, definition);
    const restriction = guardOf(sole, parts.schemas.access)?.restrictionFor(caller);
    const [denial] = restriction?.rootDenialsOf(caller) ?? [];
    if (denial) throw denial;
    const subscription = known.get(restriction ?? definition) ?? compile(sole, restriction, parts);
    known.set(restriction ?? definition, subscription);
    return subscription;
  };
}

function compile(
  sole: SoleOperation,
  restriction: Restriction | undefined,
  parts: CompilationParts,
): CompiledSubscription {
  const { schemas, askSubgraph, errors } = parts;
  const { document, definition } = sole;
  const { apiSchema, apiGraphqlSchema: schema, supergraphGraphqlSchema: supergraphSchema, planner } = schemas;
  requireOrdinary(document);
  const read = (text: DocumentNode) => operationFromDocument(apiSchema, text, { validate: false });
  const operation = read(document);
  const { node } = planner.buildQueryPlan(restriction ? read(restriction.document) : operation);
  const [field] = rootFieldsOf(sole);
  if (node?.kind !== 'Subscription' || !field)
    throw new PublicError('BAD_REQUEST', 'A subscription selects exactly one field, unconditionally.');
  const { primary, rest } = node;
  const split = splitFed(field, primary, parts);
  const plan = { own: split?.own, isSeen: split?.isSeen, rest };
  const joint = split || rest ? new JointExecution(plan, { askSubgraph, supergraphSchema }) : undefined;
  const fed = split?.fed;
  return new CompiledSubscription({
    text: print(document),
    variableNames: variablesThatMatter(definition, document, fed && argumentOf(field, fed.field.afterArgument)),
    operation,
    deny: restriction?.deny,
    primary,
    responseName: (field.alias ?? field.name).value,
    joint,
    project: compileProjection(schema, document, definition),
    coerce: (variables) =>
      getVariableValues(schema, definition.variableDefinitions ?? [], variables, { maxErrors: 10 }),
    fed,
    errors,
  });
}

/** All but the one that only says where to resume, which makes no difference to what is told from there on. */
function variablesThatMatter(
  { variableDefinitions = [] }: OperationDefinitionNode,
  document: DocumentNode,
  resumesAt: ValueNode | undefined,
): string[] {
  const names = variableDefinitions.map(({ variable }) => variable.name.value);
  if (resumesAt?.kind !== Kind.VARIABLE) return names;
  const { value: name } = resumesAt.name;
  let uses = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (variable) => {
      if (variable.name.value === name) uses += 1;
    },
  });
  return uses > 1 ? names : names.filter((each) => each !== name);
}

function argumentOf(field: FieldNode, name: string): ValueNode | undefined {
  return field.arguments?.find((argument) => argument.name.value === name)?.value;
}

function requireOrdinary(document: DocumentNode): void {
  try {
    requireOrdinaryFields(document);
  } catch (error) {
    if (!(error instanceof NotCompiledError)) throw error;
    throw new PublicError('BAD_REQUEST', `In a subscription no field may have such a name: ${error.message}`);
  }
}
