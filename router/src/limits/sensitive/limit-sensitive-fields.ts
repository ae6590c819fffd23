import type { Concern, IncomingOperation } from '../../admission/concern.js';
import { refusal } from '../../admission/refusal.js';
import { type Buckets, type Draw, timesAsMuch } from '../buckets/bucket.js';
import { callerKey } from '../caller-key.js';
import { accountOf, type SensitiveCall, sensitiveCallsOf } from './sensitive-calls.js';
import type { CountedBy } from './sensitive-fields.js';

export interface SensitiveLimitParts {
  /** What all routers share. It throws when it cannot be had. */
  shared: Buckets;
  /** Of this router alone. */
  own: Buckets;
  /** Every limit is so many times what the table says. */
  factor: number;
}

/**
 * Counts calls of sensitive fields, not requests: an operation that makes more of them than are left is refused before
 * any of them is made.
 */
export function limitSensitiveFields(parts: SensitiveLimitParts): Concern {
  const known = new WeakMap<IncomingOperation['definition'], SensitiveCall[]>();
  return (operation) => {
    const calls = known.get(operation.definition) ?? sensitiveCallsOf(operation);
    known.set(operation.definition, calls);
    return calls.length > 0 ? count(calls, operation, parts) : undefined;
  };
}

async function count(calls: SensitiveCall[], operation: IncomingOperation, parts: SensitiveLimitParts): Promise<void> {
  const { isTaken, retryAfterMs } = await draw(calls, drawsOf(calls, operation, parts.factor), parts);
  if (isTaken) return;
  const names = [...new Set(calls.map(({ node }) => node.name.value))].join(', ');
  throw refusal('RATE_LIMITED', `Too many calls of ${names}; wait before the next.`, { retryAfterMs });
}

async function draw(calls: SensitiveCall[], draws: Draw[], { shared, own }: SensitiveLimitParts) {
  try {
    return await shared.draw(draws);
  } catch {
    if (calls.every(({ fieldClass }) => fieldClass.goesOnAlone)) return own.draw(draws);
    throw refusal('SERVICE_UNAVAILABLE', 'This is not available now; try again.', { retryAfterMs: 1_000 });
  }
}

/** One draw for each bucket, however many calls draw from it. */
function drawsOf(calls: SensitiveCall[], { variables, context }: IncomingOperation, factor: number): Draw[] {
  const draws = new Map<string, Draw>();
  for (const call of calls) {
    const { name, limits } = call.fieldClass;
    for (const { by, size } of limits) {
      const ids: Record<CountedBy, () => string> = {
        account: () => `account:${accountOf(call, variables)}`,
        address: () => `address:${context.address}`,
        'account and address': () => `account:${accountOf(call, variables)}:address:${context.address}`,
        caller: () => callerKey(context),
      };
      const key = `${name}:${ids[by]()}`;
      const amount = (draws.get(key)?.amount ?? 0) + 1;
      draws.set(key, { key, amount, size: timesAsMuch(factor, size) });
    }
  }
  return [...draws.values()];
}
