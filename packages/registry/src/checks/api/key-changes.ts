import { keysOf } from '../../sdl/keys.js';
import { typesOf } from '../../sdl/places.js';
import type { SdlType, Subgraph } from '../../sdl/subgraph.js';
import type { Finding } from '../finding.js';
import { lastingSubgraphs, type SubgraphsPair } from './subgraph-pair.js';

interface TypePair {
  before: SdlType;
  after: SdlType;
  subgraph: Subgraph;
  others: readonly Subgraph[];
}

/** Keys that a subgraph no longer offers, offers anew, or offers instead of another. */
export function keyChanges(pair: SubgraphsPair): Finding[] {
  return lastingSubgraphs(pair).flatMap(({ before, after: subgraph }) => {
    const others = pair.after.filter((other) => other !== subgraph);
    return typesOf(subgraph, 'object', 'interface').flatMap((after) => {
      const former = before.types.get(after.name);
      return former ? compare({ before: former, after, subgraph, others }) : [];
    });
  });
}

function compare(pair: TypePair): Finding[] {
  const [then, now] = [offeredKeys(pair.before), offeredKeys(pair.after)];
  const removed = then.filter((key) => !now.includes(key));
  const added = now.filter((key) => !then.includes(key));
  if (removed.length > 0) return removed.map((key) => removedKey(pair, key, added));
  return added.map((key) => note(pair, `${pair.subgraph.name} offers another key: @key(fields: "${key}").`));
}

function removedKey(pair: TypePair, key: string, added: readonly string[]): Finding {
  const { after, subgraph, others } = pair;
  const referrers = others.filter((other) => hasKey(other, after.name, key)).map(({ name }) => name);
  const used = referrers.length > 0 ? `, by which ${referrers.join(' and ')} can refer to it` : '';
  const instead = added.length > 0 ? `; it offers ${added.map((other) => `"${other}"`).join(', ')} instead` : '';
  const beside = added.length > 0 ? ' beside the new one' : '';
  return {
    ...note(pair, `${subgraph.name} no longer offers @key(fields: "${key}")${used}${instead}.`),
    code: added.length > 0 ? 'KEY_CHANGED' : 'KEY_REMOVED',
    level: referrers.length > 0 ? 'error' : 'warning',
    fix: `Keep @key(fields: "${key}")${beside} ${referrers.length > 0 ? 'until nobody refers by it' : 'if somebody may refer by it'}.`,
  };
}

function note({ after, subgraph }: TypePair, message: string): Finding {
  const { coordinate, line } = after;
  return { check: 'api', level: 'note', code: 'KEY_ADDED', coordinate, message, file: subgraph.file, line };
}

function hasKey({ types }: Subgraph, typeName: string, key: string): boolean {
  const type = types.get(typeName);
  return type !== undefined && keysOf(type).includes(key);
}

/** The keys by which others may enter. */
function offeredKeys(type: SdlType): string[] {
  return keysOf({ directives: type.directives.filter(({ arguments: given }) => given['resolvable'] !== false) });
}
