import { membership } from '@souk/operations/coordinates/membership';
import {
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** Something that an API promises. */
export interface ApiElement {
  kind: 'type' | 'field' | 'argument' | 'input-field' | 'value' | 'membership';
  coordinate: string;
  /** The type that it belongs to. */
  owner: string;
  /** The name of the type that it leads to. */
  leadsTo?: string;
  deprecationReason?: string | undefined;
}

/** Everything that an API promises: types, fields, arguments, input fields, enum values and memberships. */
export function elementsOf(schema: GraphQLSchema): ApiElement[] {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return types.flatMap((type) => [
    { kind: 'type', coordinate: type.name, owner: type.name },
    ...membershipsOf(schema, type),
    ...valuesOf(type),
    ...fieldsOf(type),
  ]);
}

function membershipsOf(schema: GraphQLSchema, type: GraphQLNamedType): ApiElement[] {
  const members = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  return members.map(({ name }) => ({
    kind: 'membership',
    coordinate: membership(type.name, name),
    owner: type.name,
    leadsTo: name,
  }));
}

function valuesOf(type: GraphQLNamedType): ApiElement[] {
  const values = isEnumType(type) ? type.getValues() : [];
  return values.map(({ name, deprecationReason }) => ({
    kind: 'value',
    coordinate: `${type.name}.${name}`,
    owner: type.name,
    deprecationReason: deprecationReason ?? undefined,
  }));
}

function fieldsOf(type: GraphQLNamedType): ApiElement[] {
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return hasFields ? Object.values(type.getFields()).flatMap((field) => fieldElements(type.name, field)) : [];
}

function fieldElements(owner: string, field: GraphQLField<unknown, unknown> | GraphQLInputField): ApiElement[] {
  const coordinate = `${owner}.${field.name}`;
  const own = { coordinate, owner, leadsTo: getNamedType(field.type).name };
  const deprecationReason = field.deprecationReason ?? undefined;
  if (!('args' in field)) return [{ ...own, kind: 'input-field', deprecationReason }];
  const given = field.args.map<ApiElement>((argument) => ({
    kind: 'argument',
    coordinate: `${coordinate}(${argument.name}:)`,
    owner,
    leadsTo: getNamedType(argument.type).name,
    deprecationReason: argument.deprecationReason ?? undefined,
  }));
  return [{ ...own, kind: 'field', deprecationReason }, ...given];
}
