import { type Change, ChangeType } from '@graphql-inspector/core';
import { membership } from '@souk/operations/coordinates/membership';

const memberships: Partial<Record<string, (meta: Change['meta']) => string>> = {
  [ChangeType.UnionMemberAdded]: (meta) => membership(meta.unionName, meta.addedUnionMemberTypeName),
  [ChangeType.UnionMemberRemoved]: (meta) => membership(meta.unionName, meta.removedUnionMemberTypeName),
  [ChangeType.ObjectTypeInterfaceAdded]: (meta) => membership(meta.addedInterfaceName, meta.objectTypeName),
  [ChangeType.ObjectTypeInterfaceRemoved]: (meta) => membership(meta.removedInterfaceName, meta.objectTypeName),
};

/** The coordinate of what changed: of one member of a union or of an interface, `SearchResult/Product`. */
export function coordinateOf(change: Change): string {
  return memberships[change.type]?.(change.meta) ?? placeOf(change);
}

/**
 * The schema coordinate of where it changed, which for a member is the union, or the type that implements an interface. The
 * path of a change joins names by dots, the argument's too, and may end in the directive that it is about:
 * `Query.order.id.@deprecated.reason` is a change of `Query.order(id:)`.
 */
export function placeOf({ path = '' }: Change): string {
  const [first = '', ...others] = path.split('.');
  if (first.startsWith('@')) return others[0] ? `${first}(${others[0]}:)` : first;
  const end = others.findIndex((part) => part.startsWith('@'));
  const [member, argument] = end < 0 ? others : others.slice(0, end);
  if (argument) return `${first}.${member}(${argument}:)`;
  return member ? `${first}.${member}` : first || 'schema';
}
