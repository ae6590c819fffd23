import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  isTypeDefinitionNode,
  isTypeExtensionNode,
  type TypeDefinitionNode,
  type TypeExtensionNode,
  valueFromASTUntyped,
} from 'graphql';

/** Something in an SDL that may bear directives. */
export interface SdlElement {
  /** `Order`, `Order.total`, `Query.order(id:)`, `OrderStatus.PAID` */
  coordinate: string;
  directives: readonly ConstDirectiveNode[];
}

interface Named {
  name: { value: string };
  directives?: readonly ConstDirectiveNode[] | undefined;
  arguments?: readonly Named[] | undefined;
}

/** Every type, field, argument, input field and enum value of an SDL. */
export function elementsOf(sdl: DocumentNode): SdlElement[] {
  return sdl.definitions.filter(isType).flatMap((type) => [elementOf(type.name.value, type), ...membersOf(type)]);
}

/** What a directive says at an element, by the names of its arguments; undefined where it does not stand. */
export function argumentsOf({ directives }: SdlElement, directiveName: string): Record<string, unknown> | undefined {
  const directive = directives.find(({ name }) => name.value === directiveName);
  if (!directive) return undefined;
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
}

function isType(node: DefinitionNode): node is TypeDefinitionNode | TypeExtensionNode {
  return isTypeDefinitionNode(node) || isTypeExtensionNode(node);
}

function membersOf(type: TypeDefinitionNode | TypeExtensionNode): SdlElement[] {
  const members: readonly Named[] =
    'fields' in type ? (type.fields ?? []) : 'values' in type ? (type.values ?? []) : [];
  return members.flatMap((member) => {
    const coordinate = `${type.name.value}.${member.name.value}`;
    const args = (member.arguments ?? []).map((argument) =>
      elementOf(`${coordinate}(${argument.name.value}:)`, argument),
    );
    return [elementOf(coordinate, member), ...args];
  });
}

function elementOf(coordinate: string, { directives = [] }: Named): SdlElement {
  return { coordinate, directives };
}
