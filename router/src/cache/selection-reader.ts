import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { CacheHint, CacheHints } from './cache-hints.js';
import { idField, type KeptTypes } from './kept-types.js';
import type { Trace } from './trace.js';

/** Under which an id is asked for that the operation does not ask for itself. */
const ownIdKey = 'souk_id';

export interface ReadSelections {
  selectionSet: SelectionSetNode;
  trace: Trace;
}

export interface KeepingParts {
  hints: CacheHints;
  kept: KeptTypes;
  /** A subgraph's own schema, by its name. */
  schemaOf(subgraph: string): GraphQLSchema | undefined;
}

interface ReaderParts extends KeepingParts {
  subgraph: string;
  /** The subgraph's own. */
  schema: GraphQLSchema;
}

/**
 * Reads what a subgraph is asked for: how long all of it may be kept, by the rules of `@cacheControl`, and where the
 * entities are of which events tell. What is guarded, private, abstract, or changes without an event, may not be kept,
 * and nothing that is asked for beside it.
 */
export class SelectionReader {
  private least = Number.POSITIVE_INFINITY;

  constructor(private readonly parts: ReaderParts) {}

  /** The least that is allowed for anything read so far. */
  get maxAgeSeconds(): number {
    return this.least;
  }

  readRoot(selectionSet: SelectionSetNode): ReadSelections {
    const query = this.parts.schema.getQueryType();
    if (query) return this.read(query, selectionSet, true);
    return { selectionSet: this.refuse(selectionSet), trace: { fields: [] } };
  }

  readEntity(typeName: string, selectionSet: SelectionSetNode): ReadSelections {
    const type = this.parts.schema.getType(typeName);
    if (!isObjectType(type)) return { selectionSet: this.refuse(selectionSet), trace: { fields: [] } };
    this.restrict(this.ageOf(type.name, this.hintOf(type.name)));
    return this.read(type, selectionSet, false);
  }

  /** Decides that nothing may be kept. */
  refuse<Node>(node: Node): Node {
    this.restrict(0);
    return node;
  }

  private read(type: GraphQLObjectType, selectionSet: SelectionSetNode, isRoot: boolean): ReadSelections {
    this.restrictIfGuarded(type.name);
    const fields: Trace['fields'] = [];
    const selections = selectionSet.selections.map((selection) => this.readSelection(selection, type, fields, isRoot));
    if (!this.parts.kept.traced.has(type.name))
      return { selectionSet: { ...selectionSet, selections }, trace: { fields } };
    const isAsked = selections.some(isPlainId);
    if (!type.getFields()[idField]) this.restrict(0);
    return {
      selectionSet: { ...selectionSet, selections: isAsked ? selections : [...selections, ownId] },
      trace: { entity: { typeName: type.name, idKey: isAsked ? idField : ownIdKey }, fields },
    };
  }

  private readSelection(
    selection: SelectionNode,
    type: GraphQLObjectType,
    fields: Trace['fields'],
    isRoot: boolean,
  ): SelectionNode {
    if (selection.kind === Kind.FIELD) return this.readField(selection, type, fields, isRoot);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.refuse(selection);
    const inner = selection.selectionSet.selections.map((part) => this.readSelection(part, type, fields, isRoot));
    return { ...selection, selectionSet: { ...selection.selectionSet, selections: inner } };
  }

  private readField(field: FieldNode, type: GraphQLObjectType, fields: Trace['fields'], isRoot: boolean): FieldNode {
    const name = field.name.value;
    if (name === '__typename') return field;
    const definition = type.getFields()[name];
    if (!definition) return this.refuse(field);
    const target = getNamedType(definition.type);
    const coordinate = `${type.name}.${name}`;
    this.restrictIfGuarded(coordinate);
    this.restrictIfGuarded(target.name);
    const hint = this.hintOf(coordinate);
    if (!field.selectionSet) {
      this.restrict(hint?.maxAge ?? (isRoot ? 0 : undefined), hint);
      return isRoot ? this.refuse(field) : field;
    }
    if (!isObjectType(target)) return this.refuse(field);
    const effective = effectiveHint(this.hintOf(target.name), hint);
    const isInherited = effective?.inheritMaxAge === true && effective.maxAge === undefined && !isRoot;
    this.restrict(isInherited ? undefined : this.ageOf(target.name, effective), effective);
    const read = this.read(target, field.selectionSet, false);
    fields.push({ key: (field.alias ?? field.name).value, trace: read.trace });
    return { ...field, selectionSet: read.selectionSet };
  }

  private hintOf(coordinate: string): CacheHint | undefined {
    return this.parts.hints.of(this.parts.subgraph, coordinate);
  }

  /** A type of whose changes nobody tells is as old as it may be at once. */
  private ageOf(typeName: string, hint: CacheHint | undefined): number {
    const { traced, unchanging } = this.parts.kept;
    return traced.has(typeName) || unchanging.has(typeName) ? (hint?.maxAge ?? 0) : 0;
  }

  private restrictIfGuarded(coordinate: string): void {
    if (this.parts.hints.isGuarded(coordinate)) this.restrict(0);
  }

  private restrict(maxAgeSeconds: number | undefined, hint?: CacheHint): void {
    if (maxAgeSeconds !== undefined) this.least = Math.min(this.least, maxAgeSeconds);
    if (hint?.scope === 'PRIVATE') this.least = 0;
  }
}

/** What a field says goes before what its type says, except that a type's own `maxAge` is not inherited away. */
function effectiveHint(ofType: CacheHint | undefined, ofField: CacheHint | undefined): CacheHint | undefined {
  if (!ofType || !ofField) return ofField ?? ofType;
  return { ...ofType, ...ofField };
}

function isPlainId(selection: SelectionNode): boolean {
  if (selection.kind !== Kind.FIELD || selection.directives?.length) return false;
  return (selection.alias ?? selection.name).value === idField && selection.name.value === idField;
}

const ownId: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: ownIdKey },
  name: { kind: Kind.NAME, value: idField },
};
