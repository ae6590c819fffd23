import { PlainError } from '../plain-error.mjs';
import { partTable } from './part-table.mjs';

/**
 * The parts to start: all, or those that SOUK_ONLY lists; "servers" stands for none of them. With Stripe's own
 * keys given, Stripe needs no emulator.
 */
export function chooseParts(only, stripe) {
  const parts = only ? pick(only.split(',').map((name) => name.trim())) : partTable;
  return parts.filter(({ name }) => stripe.isEmulated || name !== 'stripe-emulator');
}

function pick(names) {
  const known = partTable.map(({ name }) => name);
  const unknown = names.filter((name) => name !== 'servers' && !known.includes(name));
  if (unknown.length === 0) return partTable.filter(({ name }) => names.includes(name));
  throw new PlainError(`SOUK_ONLY names ${unknown.join(', ')}; it may name ${known.join(', ')}, or servers.`);
}
