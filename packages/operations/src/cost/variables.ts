import { type OperationDefinitionNode, type ValueNode, valueFromASTUntyped } from 'graphql';

/** What is known of an operation's variables; the others are anything. */
export type Variables = Readonly<Record<string, unknown>>;

/** What the variables are when these are given: others have their defaults. */
export function knownVariables({ variableDefinitions }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = (variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}

/** The value that stands in an operation; undefined where it is a variable that is not known. */
export function valueIn(node: ValueNode, variables: Variables): unknown {
  return valueFromASTUntyped(node, { ...variables });
}
