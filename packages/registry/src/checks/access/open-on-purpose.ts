import { type RootType, rootFields } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, Subgraph } from '../../sdl/subgraph.js';
import { namedType } from '../../sdl/type-text.js';
import { isDeclared, personalCoordinates } from './declared.js';
import { guardOf } from './guard.js';

const fix = `Put @Directive('@authenticated'), or @requiresScopes(scopes: …), on it; if it is open to all on purpose, declare it so with @Directive('@tag(name: "open")').`;

/**
 * What changes something, or leads to something personal, has a rule of its own, unless it is declared open. What has a rule
 * is not declared open.
 */
export function openOnPurpose(subgraph: Subgraph, all: readonly Subgraph[]): Remark[] {
  const personal = personalCoordinates(all);
  const leadsToSomebody = (field: Member) => typesBehind(field, subgraph).some((type) => personal.has(type));
  return [
    ...unguarded('Mutation', subgraph).map(remarkMutation),
    ...unguarded('Query', subgraph).filter(leadsToSomebody).map(remarkReading),
    ...unguarded('Subscription', subgraph).filter(leadsToSomebody).map(remarkReading),
    ...allRootFields(subgraph).filter(isContradictory).map(remarkContradiction),
  ];
}

function allRootFields(subgraph: Subgraph): Member[] {
  return (['Query', 'Mutation', 'Subscription'] as const).flatMap((root) => rootFields(subgraph, root));
}

function unguarded(root: RootType, subgraph: Subgraph): Member[] {
  return rootFields(subgraph, root).filter((field) => !guardOf([field]) && !isDeclared(field, 'open'));
}

function isContradictory(field: Member): boolean {
  return guardOf([field]) !== undefined && isDeclared(field, 'open');
}

/** The type that a field answers with and, for a connection, what it is a list of. */
function typesBehind({ type }: Member, { types }: Subgraph): string[] {
  const answer = types.get(namedType(type));
  const nodes = answer?.fields.find(({ name }) => name === 'nodes');
  return [namedType(type), ...(nodes ? [namedType(nodes.type)] : [])];
}

function remarkMutation(place: Member): Remark {
  return { place, code: 'MUTATION_UNGUARDED', message: `Anybody may call ${place.name}.`, fix };
}

function remarkReading(place: Member): Remark {
  const message = `${place.coordinate} leads to something personal, and anybody may ask for it.`;
  return { place, code: 'ROOT_UNGUARDED', message, fix };
}

function remarkContradiction(place: Member): Remark {
  const message = `${place.coordinate} is declared open, and has an access rule.`;
  return { place, code: 'OPEN_YET_GUARDED', message, fix: 'Take away the tag, or the rule.' };
}
