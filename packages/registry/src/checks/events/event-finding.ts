import { partsOf } from '@souk/kit/contracts';
import type { EventVersion } from '../../state/registry-state.js';
import type { Finding } from '../finding.js';
import { placeIn } from './contract-place.js';

/** What is said of a contract, or of one of its fields. */
export type Remark = Pick<Finding, 'level' | 'code' | 'message'> & Partial<Pick<Finding, 'fix' | 'file' | 'consumers'>>;

/** What a finding needs to know of an event version. */
export type NamedEvent = Pick<EventVersion, 'type' | 'declaration'>;

/**
 * A finding about an event version. It points at the contract, unless it says otherwise.
 * @param path the fields that lead to the place.
 */
export function eventFinding({ type, declaration }: NamedEvent, remark: Remark, path: readonly string[] = []): Finding {
  const found = { check: 'events', coordinate: [type, ...path].join('/'), ...remark } as const;
  if (remark.file) return found;
  return { ...found, ...(declaration ? placeIn(declaration, path) : { file: contractFileOf(type) }) };
}

/** Where an owner's contracts belong. */
function contractFileOf(type: string): string {
  return `schema/events/${partsOf(type).owner}.ts`;
}

/** The file of a contract that is not declared any more: where it was. */
export function formerFileOf({ type, declaration }: NamedEvent): string {
  return declaration?.file ?? contractFileOf(type);
}

/** The version that would come after this one: `orders.order.paid.v2`, `ask.cart.quote-freeze.v2`. */
export function nextVersionOf(name: string): string {
  const family = familyOf(name);
  return `${family}.v${Number(name.slice(family.length + '.v'.length)) + 1}`;
}

/** What all versions of a contract have in common: `orders.order.paid`. */
export function familyOf(name: string): string {
  return name.slice(0, name.lastIndexOf('.'));
}

/** Names in a row, as people list them. */
export function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join();
}
