import { createHash } from 'node:crypto';
import { invalidRequest, StripeFailure } from '../failures/stripe-failure.js';
import type { SavedAnswer } from './saved-answer.js';

const longestKey = 255;
const message =
  'Keys for idempotent requests can only be used with the same endpoint and parameters they were first used with.';

/** Which idempotency keys are being worked on at this moment. */
export class KeysInFlight {
  private readonly keys = new Set<string>();

  /** @throws {StripeFailure} 409, when another request with this key is not answered yet. */
  async hold<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    if (this.keys.has(key)) throw inUse(key);
    this.keys.add(key);
    try {
      return await work();
    } finally {
      this.keys.delete(key);
    }
  }
}

/** @throws {StripeFailure} when the key is longer than Stripe takes. */
export function requireUsable(key: string): void {
  if (key.length > longestKey) throw invalidRequest(`Idempotency keys have at most ${longestKey} characters.`);
}

/** @throws {StripeFailure} idempotency_error, when the key was first used for something else. */
export function requireSameRequest(saved: SavedAnswer, fingerprint: string): void {
  if (saved.fingerprint !== fingerprint) throw new StripeFailure(400, { type: 'idempotency_error', message });
}

/** The same for two requests exactly when they ask for the same. */
export function fingerprintOf(path: string, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([path, sorted(body)]))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return entries.map(([key, inner]) => [key, sorted(inner)]);
}

function inUse(key: string): StripeFailure {
  return new StripeFailure(409, {
    type: 'invalid_request_error',
    code: 'idempotency_key_in_use',
    message: `Another request with this idempotency key is still in progress: ${key}. Try again later.`,
  });
}
