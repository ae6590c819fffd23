import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Tree } from '../execution.js';
import { quote } from '../quote.js';
import { always } from './conditions.js';
import { ProjectionCode } from './projection-code.js';

/** The JSON of what a client asked for; undefined when there is anything odd in the data. */
export type Projection = (root: Tree, coerced: Readonly<Tree>) => string | undefined;

/**
 * Compiles the way from all that was fetched to the answer of one operation: selects, checks every value, and writes
 * JSON.
 *
 * This is the router's hottest code. It is generated as JavaScript because an engine then sees every field's name as a
 * constant, which is several times quicker than closures that loop over them. Only names that the schema or the document
 * bears are inserted, each quoted as JSON; none of the data ever is.
 */
export function compileProjection(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
): Projection {
  const code = new ProjectionCode({ schema, fragments: fragmentsOf(document) });
  const rootType = schema.getRootType(operation) as GraphQLObjectType;
  const entry = code.composite(rootType, [{ selectionSet, condition: always }]);
  const write = new Function('quote', 'odd', `"use strict";\n${code}\nreturn ${entry};`)(quote, odd);
  return (root, coerced) => {
    try {
      return write(root, coerced);
    } catch (error) {
      if (error === oddity) return undefined;
      throw error;
    }
  };
}

/** Thrown where the gateway's own code must decide. One object for all: a stack would cost more than the answer. */
const oddity = Symbol('odd');

function odd(): never {
  throw oddity;
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
