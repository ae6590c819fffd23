import { membersOf } from '../../sdl/places.js';
import type { Remark } from '../../sdl/sdl-rule.js';
import type { Member, Subgraph } from '../../sdl/subgraph.js';
import { namedType } from '../../sdl/type-text.js';
import { isCalledMinor, isCalledMoney } from './money-words.js';

/**
 * What is called a price, a total or an amount is Money, or made of it; what is called …Minor is a SafeInt, and only that
 * is money without a currency beside it. What is told of money in a Boolean is a question.
 */
export function moneyType(subgraph: Subgraph): Remark[] {
  return membersOf(subgraph)
    .filter(({ coordinate, name }) => isCalledMoney(name) && !isMutation(coordinate))
    .filter((member) => !isMoney(member, subgraph))
    .map(remarkMoney)
    .concat(
      membersOf(subgraph)
        .filter(({ name, type }) => isCalledMinor(name) && namedType(type) !== 'SafeInt')
        .map(remarkMinor),
    );
}

/** A mutation is named by what it does: `setPrices`. */
function isMutation(coordinate: string): boolean {
  return coordinate.startsWith('Mutation.') && !coordinate.endsWith(')');
}

function isMoney({ type }: Member, { types }: Subgraph): boolean {
  const name = namedType(type);
  if (name === 'Money' || name === 'Boolean') return true;
  const fields = types.get(name)?.fields ?? [];
  return fields.some((field) => namedType(field.type) === 'Money' || isCalledMinor(field.name));
}

function remarkMoney(place: Member): Remark {
  const message = `${place.coordinate} is money by its name, and ${place.type} by its type.`;
  const fix = `Make it Money, or call it ${place.name}Minor and make it a SafeInt; if it is no money, give it another name.`;
  return { place, code: 'MONEY_TYPE', message, fix };
}

function remarkMinor(place: Member): Remark {
  const message = `${place.coordinate} counts minor units, and is ${place.type}, which may be too small for them.`;
  return { place, code: 'MONEY_TYPE', message, fix: 'Make it a SafeInt.' };
}
