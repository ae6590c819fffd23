import type { SelectionNode } from 'graphql';
import { type Variables, valueIn } from './variables.js';

/** Whether a selection is certainly left out, by `@skip` or `@include` with what is known of the variables. */
export function isLeftOut({ directives }: SelectionNode, variables: Variables): boolean {
  return (directives ?? []).some(({ name, arguments: given }) => {
    const condition = given?.find((argument) => argument.name.value === 'if');
    const value = condition && valueIn(condition.value, variables);
    return (name.value === 'skip' && value === true) || (name.value === 'include' && value === false);
  });
}
