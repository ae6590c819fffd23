import type { FetchDataRewrite } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { Tree } from '../execution.js';
import { isOfType } from './type-conditions.js';

/** Changes a representation before it is sent, or an answer before it is merged. */
export type Rewrite = (value: unknown) => void;

const fragmentPrefix = '... on ';

/**
 * Compiles the changes that a plan asks for: the type name under which a subgraph knows an interface's objects
 * (`@interfaceObject`), and keys that had to be renamed because fragments differ in a field's arguments.
 */
export function compileRewrites(rewrites: FetchDataRewrite[], schema: GraphQLSchema): Rewrite {
  const changes = rewrites.map((rewrite) => atPath(rewrite.path.slice(0, -1), changeOf(rewrite), schema));
  return (value) => {
    for (const change of changes) change(value);
  };
}

function changeOf(rewrite: FetchDataRewrite): (object: Tree) => void {
  const key = rewrite.path.at(-1) as string;
  if (rewrite.kind === 'ValueSetter') {
    return (object) => {
      object[key] = rewrite.setValueTo;
    };
  }
  return (object) => {
    if (!object[key]) return;
    object[rewrite.renameKeyTo] = object[key];
    object[key] = undefined;
  };
}

function atPath(path: string[], change: (object: Tree) => void, schema: GraphQLSchema): Rewrite {
  const [part, ...rest] = path;
  const go = part === undefined ? change : stepInto(part, atPath(rest, change, schema), schema);
  const visit: Rewrite = (value) => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) go(value as Tree);
  };
  return visit;
}

function stepInto(part: string, next: Rewrite, schema: GraphQLSchema): (object: Tree) => void {
  if (!part.startsWith(fragmentPrefix)) return (object) => next(object[part]);
  const condition = part.slice(fragmentPrefix.length);
  return (object) => {
    const typeName = object['__typename'];
    if (!typeName || isOfType(schema, typeName as string, condition)) next(object);
  };
}
