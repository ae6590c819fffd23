import { type GraphQLSchema, isRequiredArgument, isRequiredInputField, print, resolveSchemaCoordinate } from 'graphql';

type Element = NonNullable<ReturnType<typeof resolveSchemaCoordinate>>;

/** What stands at a coordinate of a schema; nothing where there is none, or where the coordinate is none of GraphQL's. */
export function elementAt(schema: GraphQLSchema, coordinate: string): Element | undefined {
  try {
    return resolveSchemaCoordinate(schema, coordinate);
  } catch {
    // It throws where not even what would hold the element is there.
    return undefined;
  }
}

/** Why an element is deprecated, if it is; an argument goes with its field. */
export function deprecationAt(schema: GraphQLSchema, coordinate: string): string | undefined {
  const element = elementAt(schema, coordinate);
  switch (element?.kind) {
    case 'Field':
      return element.field.deprecationReason ?? undefined;
    case 'FieldArgument':
      return element.fieldArgument.deprecationReason ?? element.field.deprecationReason ?? undefined;
    case 'InputField':
      return element.inputField.deprecationReason ?? undefined;
    case 'EnumValue':
      return element.enumValue.deprecationReason ?? undefined;
    default:
      return undefined;
  }
}

/** The default value of an argument or an input field, as it is written; undefined where it has none. */
export function defaultAt(schema: GraphQLSchema, coordinate: string): string | undefined {
  const element = elementAt(schema, coordinate);
  const given = element?.kind === 'FieldArgument' ? element.fieldArgument : undefined;
  const input = element?.kind === 'InputField' ? element.inputField : given;
  return input?.astNode?.defaultValue && print(input.astNode.defaultValue);
}

/** Whether an argument or an input field must be given. */
export function mustBeGiven(schema: GraphQLSchema, coordinate: string): boolean {
  const element = elementAt(schema, coordinate);
  if (element?.kind === 'FieldArgument') return isRequiredArgument(element.fieldArgument);
  return element?.kind === 'InputField' && isRequiredInputField(element.inputField);
}
