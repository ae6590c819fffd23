import { type ASTVisitor, getNamedType, isInterfaceType } from 'graphql';
import type { Noting } from './noting.js';

/** Fields selected, with the arguments given and the types returned. */
export function noteFields({ schema, types, note }: Noting): ASTVisitor {
  const owners = (): string[] => {
    const parent = types.getParentType();
    if (!parent) return [];
    return [parent, ...(isInterfaceType(parent) ? schema.getPossibleTypes(parent) : [])].map(({ name }) => name);
  };
  return {
    Field: ({ name }) => {
      const field = types.getFieldDef();
      if (!field || name.value.startsWith('__')) return;
      for (const owner of owners()) note(`${owner}.${field.name}`);
      note(getNamedType(field.type).name);
    },
    Argument: ({ name }) => {
      const field = types.getFieldDef();
      if (types.getDirective() || !field || !types.getArgument()) return;
      for (const owner of owners()) note(`${owner}.${field.name}(${name.value}:)`);
    },
  };
}
