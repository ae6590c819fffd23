import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import type { Execution, Path, Tree } from '../execution/execution.js';
import type { Access, Unmet } from './access.js';
import { denialOf } from './access-rule.js';

/** Enough to see what is missing; an answer must not grow because it tells less. */
const mostErrorsOfField = 100;

export interface DeniedParts {
  access: Access;
  unmet: Unmet;
  /** What the client asked for, not what is fetched. */
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * Makes null, in what was fetched, everything that is denied, and tells so at each of these places. What was fetched under
 * such a name for the router's own use is gone with it.
 */
export function denyPlaces(execution: Execution, parts: DeniedParts): void {
  new DeniedPlaces(execution, parts).visitRoot();
}

type Fields = ReadonlyMap<string, readonly FieldNode[]>;

/** A field of an object, or an element of a list. */
interface Place {
  holder: Tree;
  key: string | number;
}

class DeniedPlaces {
  private readonly path: Path = [];
  private readonly errorCounts = new Map<string, number>();
  private readonly subfields = new Map<readonly FieldNode[], Map<GraphQLObjectType, Fields>>();
  private readonly fragments: Record<string, FragmentDefinitionNode>;

  constructor(
    private readonly execution: Execution,
    private readonly parts: DeniedParts,
  ) {
    this.fragments = Object.fromEntries(parts.fragments);
  }

  visitRoot(): void {
    const { access, definition } = this.parts;
    const { root, coerced } = this.execution;
    const type = access.schema.getRootType(definition.operation) as GraphQLObjectType;
    const { selectionSet } = definition;
    this.visitFields(root, type, collectFields(access.schema, this.fragments, coerced, type, selectionSet));
  }

  private visitFields(holder: Tree, type: GraphQLObjectType, fields: Fields): void {
    const { access, unmet } = this.parts;
    for (const [key, nodes] of fields) {
      const field = type.getFields()[nodes[0]?.name.value ?? ''];
      if (!field) continue;
      this.path.push(key);
      if (access.isDenied(type, field, unmet)) this.deny({ holder, key }, `${type.name}.${field.name}`);
      else this.visitValue({ holder, key }, getNamedType(field.type), nodes);
      this.path.pop();
    }
  }

  private visitValue(place: Place, type: GraphQLNamedType, nodes: readonly FieldNode[]): void {
    const value = place.holder[place.key];
    if (typeof value !== 'object' || value === null || !isCompositeType(type)) return;
    if (Array.isArray(value)) {
      for (const key of value.keys()) {
        this.path.push(key);
        this.visitValue({ holder: value as unknown as Tree, key }, type, nodes);
        this.path.pop();
      }
      return;
    }
    const object = isObjectType(type) ? type : this.typeNamed((value as Tree)['__typename']);
    // Nobody may see what it is not known of what it is.
    if (!object) place.holder[place.key] = null;
    else if (this.parts.access.isHidden(object, this.parts.unmet)) this.deny(place, object.name);
    else this.visitFields(value as Tree, object, this.subfieldsOf(object, nodes));
  }

  private typeNamed(name: unknown): GraphQLObjectType | undefined {
    const type = typeof name === 'string' ? this.parts.access.schema.getType(name) : undefined;
    return isObjectType(type) ? type : undefined;
  }

  private subfieldsOf(type: GraphQLObjectType, nodes: readonly FieldNode[]): Fields {
    const known = this.subfields.get(nodes) ?? new Map<GraphQLObjectType, Fields>();
    this.subfields.set(nodes, known);
    const { schema } = this.parts.access;
    const fields =
      known.get(type) ?? collectSubfields(schema, this.fragments, this.execution.coerced, type, [...nodes]);
    known.set(type, fields);
    return fields;
  }

  private deny({ holder, key }: Place, coordinate: string): void {
    holder[key] = null;
    const count = (this.errorCounts.get(coordinate) ?? 0) + 1;
    this.errorCounts.set(coordinate, count);
    if (count > mostErrorsOfField) return;
    this.execution.errors.push(denialOf(coordinate, this.execution.context.identity.caller, this.path));
  }
}
