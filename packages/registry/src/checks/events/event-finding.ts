import { partsOf } from '@souk/kit/contracts';
import type { Finding } from '../finding.js';

/** What is said of an event version, or of one of its fields. */
export type EventRemark = Pick<Finding, 'level' | 'code' | 'message'> & Partial<Pick<Finding, 'fix' | 'file'>>;

/**
 * A finding about an event version. It points at the contract, unless it says otherwise.
 * @param path the fields that lead to the place.
 */
export function eventFinding(type: string, remark: EventRemark, path: readonly string[] = []): Finding {
  const file = remark.file ?? contractFileOf(type);
  return { check: 'events', coordinate: [type, ...path].join('/'), ...remark, file };
}

/** Where an owner's contracts are written. */
export function contractFileOf(type: string): string {
  return `schema/events/${partsOf(type).owner}.ts`;
}

/** The version that would come after this one: `orders.order.paid.v2`. */
export function nextVersionOf(type: string): string {
  return `${familyOf(type)}.v${partsOf(type).major + 1}`;
}

/** What all versions of an event have in common: `orders.order.paid`. */
export function familyOf(type: string): string {
  return type.slice(0, type.lastIndexOf('.'));
}

/** Names in a row, as people list them. */
export function listed(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join();
}
