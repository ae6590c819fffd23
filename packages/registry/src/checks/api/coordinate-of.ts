import type { Change } from '@graphql-inspector/core';

/**
 * The schema coordinate of what changed. The path of a change joins names by dots, the argument's too, and may end in
 * the directive that it is about: `Query.order.id.@deprecated.reason` is a change of `Query.order(id:)`.
 */
export function coordinateOf({ path = '' }: Change): string {
  const [first = '', ...others] = path.split('.');
  if (first.startsWith('@')) return others[0] ? `${first}(${others[0]}:)` : first;
  const end = others.findIndex((part) => part.startsWith('@'));
  const [member, argument] = end < 0 ? others : others.slice(0, end);
  if (argument) return `${first}.${member}(${argument}:)`;
  return member ? `${first}.${member}` : first || 'schema';
}
