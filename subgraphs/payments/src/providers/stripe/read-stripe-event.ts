import { z } from 'zod';
import { readStripeWebhook } from './read-stripe-webhook.js';
import { anyEvent } from './stripe-objects.js';

export interface StripeEvent {
  id: string;
  type: string;
  /** All of it, as it came. */
  payload: unknown;
}

/** How JSON writes what PostgreSQL does not keep: NUL, and half of a surrogate pair. A backslash itself is doubled. */
const unkeepable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

/**
 * The event in a body. What it says is needed only later, but must be readable now: nobody corrects an event that was
 * kept, and its handling would fail for ever.
 * @returns undefined when the body is not JSON, has not the form of an event of its kind, or cannot be kept.
 */
export function readStripeEvent(body: Buffer): StripeEvent | undefined {
  try {
    const payload: unknown = JSON.parse(body.toString());
    const { id, type } = anyEvent.parse(payload);
    readStripeWebhook(payload);
    return unkeepable.test(JSON.stringify(payload)) ? undefined : { id, type, payload };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}
