import { keysOf } from '../../sdl/keys.js';
import type { SdlType, Subgraph } from '../../sdl/subgraph.js';

/**
 * What mends an id that cannot be shared because a subgraph has it in no @key, while others refer to the type by it: a key
 * that was changed or taken away, far more often than an id that should be shared.
 */
export function missingKeyFix(coordinate: string, subgraphs: readonly Subgraph[]): string | undefined {
  const [typeName = '', field = ''] = coordinate.split('.');
  const serving = subgraphs.flatMap(({ name, types }) => {
    const type = types.get(typeName);
    return type?.fields.some((member) => member.name === field) ? [{ name, keys: keysWith(field, type) }] : [];
  });
  const without = serving.filter(({ keys }) => keys.length === 0).map(({ name }) => name);
  const [key] = serving.flatMap(({ keys }) => keys);
  const referring = serving.filter(({ keys }) => keys.length > 0).map(({ name }) => name);
  if (!key || without.length === 0) return undefined;
  return (
    `Put @key(fields: "${key}") back on ${typeName} in ${without.join(' and ')}, beside any new key: ${referring.join(' and ')} ` +
    `refer to it by that. If ${typeName} never had it there, give it that key, or let one subgraph alone serve ${field}.`
  );
}

function keysWith(field: string, type: SdlType): string[] {
  return keysOf(type).filter((key) => key.split(' ').includes(field));
}
