import {
  type ASTVisitor,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { Noting } from './noting.js';

/** What is sent: what may stand in variables, and what does stand in values written out. */
export function noteInputs({ schema, types, note }: Noting): ASTVisitor {
  const noteType = () => {
    const type = getNamedType(types.getInputType());
    if (type) note(type.name);
  };
  return {
    VariableDefinition: (node) => {
      const type = typeOfVariable(schema, node);
      if (type) noteEverythingIn(type, note, new Set());
    },
    Argument: noteType,
    ObjectField: ({ name }) => {
      const owner = getNamedType(types.getParentInputType());
      if (isInputObjectType(owner) && owner.getFields()[name.value]) note(`${owner.name}.${name.value}`);
      noteType();
    },
    EnumValue: ({ value }) => {
      const type = getNamedType(types.getInputType());
      if (isEnumType(type) && type.getValue(value)) note(`${type.name}.${value}`);
    },
  };
}

function typeOfVariable(schema: GraphQLSchema, { type }: VariableDefinitionNode): GraphQLNamedInputType | undefined {
  // The overloads of typeFromAST know each kind of node, but not their union.
  const named = getNamedType(typeFromAST(schema, type as never));
  return isInputType(named) ? named : undefined;
}

function noteEverythingIn(type: GraphQLNamedInputType, note: Noting['note'], seen: Set<string>): void {
  if (seen.has(type.name)) return;
  seen.add(type.name);
  note(type.name);
  if (isEnumType(type)) for (const { name } of type.getValues()) note(`${type.name}.${name}`);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    note(`${type.name}.${field.name}`);
    noteEverythingIn(getNamedType(field.type), note, seen);
  }
}
