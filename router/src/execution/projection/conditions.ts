import { type DirectiveNode, Kind, type SelectionNode } from 'graphql';

/** JavaScript that decides, by the coerced variables `v`, whether something is selected. */
export type Condition = string;

export const always: Condition = 'true';
export const never: Condition = 'false';

/** When a selection counts by its own `@skip` and `@include`, inside of what counts when `outer` holds. */
export function conditionOf({ directives = [] }: SelectionNode, outer: Condition): Condition {
  return directives.map(conditionOfDirective).reduce(both, outer);
}

export function anyOf(conditions: Condition[]): Condition {
  const distinct = [...new Set(conditions)];
  if (distinct.includes(always)) return always;
  return distinct.length === 1 ? (distinct[0] as Condition) : `(${distinct.join(' || ')})`;
}

function conditionOfDirective({ name, arguments: args }: DirectiveNode): Condition {
  if (name.value !== 'skip' && name.value !== 'include') return always;
  const wanted = name.value === 'include';
  const value = args?.find((argument) => argument.name.value === 'if')?.value;
  if (value?.kind === Kind.VARIABLE) return `v[${JSON.stringify(value.name.value)}] === ${wanted}`;
  return value?.kind === Kind.BOOLEAN && value.value === wanted ? always : never;
}

function both(one: Condition, other: Condition): Condition {
  if (one === never || other === never) return never;
  if (one === always) return other;
  return other === always || isPartOf(one, other) ? one : `${one} && ${other}`;
}

function isPartOf(one: Condition, other: Condition): boolean {
  return one === other || (!one.includes('(') && one.split(' && ').includes(other));
}
