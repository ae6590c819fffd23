import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { AccessRule } from './access-rule.js';
import type { RuleTable } from './split-access-rules.js';

/** Rules that a caller does not meet. */
export type Unmet = ReadonlySet<AccessRule>;

/** The access rules of what clients see, one object type at a time: interfaces and unions are what is behind them. */
export class Access {
  constructor(
    /** What clients see. */
    readonly schema: GraphQLSchema,
    private readonly rules: RuleTable,
  ) {}

  /** Every rule that may decide about a field of an object, its value included. */
  rulesOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): AccessRule[] {
    const returned = getNamedType(field.type);
    const coordinates = [type, ...this.kindsOf(returned)].map(({ name }) => name);
    return [`${type.name}.${field.name}`, ...coordinates].flatMap((coordinate) => this.rules.get(coordinate) ?? []);
  }

  /** Whether the field is not to be fetched at all. */
  isDenied(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, unmet: Unmet): boolean {
    if (this.isUnmet(`${type.name}.${field.name}`, unmet) || this.isUnmet(type.name, unmet)) return true;
    return this.isHidden(getNamedType(field.type), unmet);
  }

  /** Whether no value of the type is to be seen. */
  isHidden(type: GraphQLNamedType, unmet: Unmet): boolean {
    return this.kindsOf(type).every(({ name }) => this.isUnmet(name, unmet));
  }

  /** The types that a value of this type may have. */
  objectsOf(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
  }

  private kindsOf(type: GraphQLNamedType): readonly GraphQLNamedType[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
  }

  private isUnmet(coordinate: string, unmet: Unmet): boolean {
    const rule = this.rules.get(coordinate);
    return rule !== undefined && unmet.has(rule);
  }
}
