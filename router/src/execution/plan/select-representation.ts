import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { Tree } from '../execution.js';
import { mergeInto } from './merge.js';
import { isOfType } from './type-conditions.js';

/**
 * The part of an entity that a fetch must send. A field that is missing takes its own fragment along, and no other.
 * Returns null when a field outside of fragments is missing.
 */
export function selectRepresentation(
  entity: Tree,
  selections: readonly QueryPlanSelectionNode[],
  schema: GraphQLSchema,
): Tree | null {
  const selected: Tree = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const value = entity[responseName(selection)];
      if (value === undefined) return null;
      selected[responseName(selection)] = selectIn(value, selection.selections, schema);
    } else if (concerns(selection.typeCondition, entity, schema)) {
      const part = selectRepresentation(entity, selection.selections, schema);
      if (part) mergeInto(selected, part);
    }
  }
  return selected;
}

function selectIn(value: unknown, selections: QueryPlanSelectionNode[] | undefined, schema: GraphQLSchema): unknown {
  if (!selections || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => selectIn(item, selections, schema));
  return selectRepresentation(value as Tree, selections, schema);
}

function concerns(condition: string | undefined, entity: Tree, schema: GraphQLSchema): boolean {
  const typeName = entity['__typename'];
  return condition !== undefined && typeof typeName === 'string' && isOfType(schema, typeName, condition);
}

export function responseName({ alias, name }: QueryPlanFieldNode): string {
  return alias ?? name;
}
