import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf, operationOf } from '../definitions.js';
import { argumentCost } from './argument-cost.js';
import { isLeftOut } from './left-out.js';
import { instancesOf, type ListSize, listSizeOf } from './list-size.js';
import { knownVariables, type Variables, valueIn } from './variables.js';
import { fieldWeight } from './weights.js';

const mutationCost = 10;

interface Estimate {
  schema: GraphQLSchema;
  variables: Variables;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What is known of the fragments already, so that each is counted once, however often it is spread. */
  costs: Map<string, number>;
}

/** Where a selection stands: the type that it is made of, and what `@listSize` says of the field around. */
interface Surrounding {
  type: GraphQLNamedType | undefined;
  around: ListSize | undefined;
}

/**
 * What an operation costs at most, by IBM's cost specification as Apollo Router and Hive Router read it: a mutation 10;
 * every object 1 and every leaf 0, unless `@cost` says otherwise; a list as many times its element as `@listSize` says,
 * or else 10 times; an argument what {@link argumentCost} says. Fields selected twice and the branches of
 * an abstract type are added up. The schema is the supergraph's, where both directives stand; the document holds one
 * valid operation with its fragments.
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, variables: Variables = {}): number {
  const operation = operationOf(document);
  const estimate: Estimate = {
    schema,
    variables: knownVariables(operation, variables),
    fragments: fragmentsOf(document),
    costs: new Map(),
  };
  const base = operation.operation === OperationTypeNode.MUTATION ? mutationCost : 0;
  const type = schema.getRootType(operation.operation) ?? undefined;
  return base + selectionsCost(operation.selectionSet, { type, around: undefined }, estimate);
}

function selectionsCost(
  selectionSet: SelectionSetNode | undefined,
  surrounding: Surrounding,
  estimate: Estimate,
): number {
  const counted = (selectionSet?.selections ?? []).filter((selection) => !isLeftOut(selection, estimate.variables));
  return counted.reduce((sum, selection) => sum + selectionCost(selection, surrounding, estimate), 0);
}

function selectionCost(selection: SelectionNode, surrounding: Surrounding, estimate: Estimate): number {
  switch (selection.kind) {
    case Kind.FIELD:
      return fieldCost(selection, surrounding, estimate);
    case Kind.INLINE_FRAGMENT: {
      const condition = selection.typeCondition?.name.value;
      const type = condition ? estimate.schema.getType(condition) : surrounding.type;
      return selectionsCost(selection.selectionSet, { ...surrounding, type }, estimate);
    }
    case Kind.FRAGMENT_SPREAD:
      return fragmentCost(selection.name.value, surrounding, estimate);
  }
}

function fragmentCost(name: string, { around }: Surrounding, estimate: Estimate): number {
  const key = [name, around?.size, ...(around?.sizedFields ?? [])].join(' ');
  const known = estimate.costs.get(key);
  if (known !== undefined) return known;
  // A fragment that leads back to itself is invalid, but must not keep us here for ever.
  estimate.costs.set(key, 0);
  const fragment = estimate.fragments.get(name);
  const type = fragment && estimate.schema.getType(fragment.typeCondition.name.value);
  const cost = selectionsCost(fragment?.selectionSet, { type, around }, estimate);
  estimate.costs.set(key, cost);
  return cost;
}

function fieldCost(node: FieldNode, { type, around }: Surrounding, estimate: Estimate): number {
  const field = fieldOf(type, node);
  // Introspection, and __typename, are read from memory.
  if (!field) return 0;
  const own = listSizeOf(estimate, field, node);
  const inside = { type: getNamedType(field.type), around: own };
  const element = fieldWeight(estimate.schema, field) + selectionsCost(node.selectionSet, inside, estimate);
  return instancesOf(field, own, around) * element + argumentsCost(node, field, estimate);
}

function fieldOf(type: GraphQLNamedType | undefined, node: FieldNode): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
}

function argumentsCost(node: FieldNode, field: GraphQLField<unknown, unknown>, estimate: Estimate): number {
  return (node.arguments ?? []).reduce((sum, { name, value }) => {
    const argument = field.args.find((candidate) => candidate.name === name.value);
    return argument ? sum + argumentCost(estimate.schema, argument, valueIn(value, estimate.variables)) : sum;
  }, 0);
}
