import {
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLError,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { refusal } from '../admission/refusal.js';
import type { Access, Unmet } from './access.js';

const typeName: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** What interfaces select is written once for each type behind them, again in each of these: a short text may grow long. */
const selectionsAllowed = 20_000;

interface Scope {
  access: Access;
  unmet: Unmet;
  count: number;
}

/**
 * A document that asks for nothing that is denied. What an interface or union selects is asked of each type behind it
 * that is not. Where nothing is left, it is only asked what there is: `__typename`.
 * @throws {GraphQLError} COST_LIMIT_EXCEEDED when that makes too much of it.
 */
export function withoutDenied(document: DocumentNode, access: Access, unmet: Unmet): DocumentNode {
  const scope: Scope = { access, unmet, count: 0 };
  const strip = (definition: DefinitionNode): DefinitionNode => {
    const type = typeOf(definition, access);
    if (!type || !('selectionSet' in definition)) return definition;
    return { ...definition, selectionSet: allowedOrNothing(definition.selectionSet, type, scope) };
  };
  return { ...document, definitions: document.definitions.map(strip) };
}

function typeOf(definition: DefinitionNode, { schema }: Access): GraphQLNamedType | undefined {
  if (definition.kind === Kind.OPERATION_DEFINITION) return schema.getRootType(definition.operation) ?? undefined;
  return definition.kind === Kind.FRAGMENT_DEFINITION ? schema.getType(definition.typeCondition.name.value) : undefined;
}

/** Of a value that may be of several types it is always asked which one it is: it may be one that is hidden. */
function allowedOrNothing(set: SelectionSetNode, type: GraphQLNamedType, scope: Scope): SelectionSetNode {
  const selections = allowed(set, type, scope);
  const isBare = selections.length === 0 || isAbstractType(type);
  return { ...set, selections: isBare ? [typeName, ...selections] : selections };
}

function allowed({ selections }: SelectionSetNode, type: GraphQLNamedType, scope: Scope): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    if (selection.kind === Kind.FIELD) return allowedField(selection, type, scope);
    const narrowed = selection.typeCondition && scope.access.schema.getType(selection.typeCondition.name.value);
    const inside = allowed(selection.selectionSet, narrowed ?? type, scope);
    return inside.length > 0 ? [{ ...selection, selectionSet: { ...selection.selectionSet, selections: inside } }] : [];
  });
}

function allowedField(node: FieldNode, type: GraphQLNamedType, scope: Scope): SelectionNode[] {
  if (node.name.value === '__typename') return [node];
  scope.count += 1;
  if (scope.count > selectionsAllowed) throw tooMuch();
  const objects = scope.access.objectsOf(type);
  const open = objects.filter((object) => isOpen(node, object, scope));
  if (open.length < objects.length) return open.map((object) => inFragment(object, [narrowed(node, object, scope)]));
  return [narrowed(node, type, scope)];
}

function isOpen(node: FieldNode, type: GraphQLObjectType, { access, unmet }: Scope): boolean {
  const field = type.getFields()[node.name.value];
  return field !== undefined && !access.isDenied(type, field, unmet);
}

function narrowed(node: FieldNode, type: GraphQLNamedType, scope: Scope): FieldNode {
  const field = 'getFields' in type ? type.getFields()[node.name.value] : undefined;
  if (!node.selectionSet || !field) return node;
  const returned = getNamedType(field.type);
  return { ...node, selectionSet: allowedOrNothing(node.selectionSet, returned, scope) };
}

function tooMuch(): GraphQLError {
  return refusal('COST_LIMIT_EXCEEDED', 'The operation selects too much by interfaces, of which not all may be seen.');
}

function inFragment({ name }: GraphQLObjectType, selections: SelectionNode[]): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}
