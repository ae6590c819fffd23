import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from 'graphql';

interface Field {
  name: string;
  type: GraphQLType;
  args?: readonly GraphQLArgument[];
}

/** The fields that give or take each type, by the type's name. Scalars are used everywhere, so theirs are not told. */
export function readUses(api: GraphQLSchema): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const { coordinate, names } of Object.values(api.getTypeMap()).flatMap(fieldsOf)) {
    for (const name of names) uses.set(name, [...(uses.get(name) ?? []), coordinate]);
  }
  return uses;
}

function fieldsOf(type: GraphQLNamedType): { coordinate: string; names: Set<string> }[] {
  if (type.name.startsWith('__')) return [];
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  return Object.values(type.getFields()).map((field: Field) => {
    const types = [field.type, ...(field.args ?? []).map((argument) => argument.type)].map((used) =>
      getNamedType(used),
    );
    const names = types.filter((used) => !isScalarType(used)).map(({ name }) => name);
    return { coordinate: `${type.name}.${field.name}`, names: new Set(names) };
  });
}
