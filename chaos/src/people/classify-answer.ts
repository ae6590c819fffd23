import type { Answer } from '@souk/client/shop-client';
import type { Outcome } from '../journal/entry.js';

/** What one request came to. */
export type Verdict<Payload> =
  | { outcome: Extract<Outcome, 'ACKNOWLEDGED'>; payload: Payload }
  | { outcome: Extract<Outcome, 'REFUSED'>; code: string; payload?: Payload | undefined }
  | { outcome: Extract<Outcome, 'UNKNOWN'>; code: string | null; retryAfterMs?: number | undefined };

/** What every mutation answers. */
export interface MutationPayload {
  userErrors?: readonly { code: string }[];
}

/** With these the shop may have begun. Every other code says that it has not. */
const undecided = new Set(['SERVICE_UNAVAILABLE', 'TIMEOUT', 'INTERNAL_SERVER_ERROR', 'IDEMPOTENCY_IN_PROGRESS']);

/**
 * Reads what an answer means for a mutation: its effect is there, is not, or nobody knows.
 * @param yields what the payload holds when it has been done.
 */
export function classifyAnswer<Payload extends MutationPayload>(
  { data, errors }: Answer<Record<string, Payload | null | undefined>>,
  field: string,
  yields: keyof Payload,
): Verdict<Payload> {
  const payload = data?.[field];
  if (!payload) return classifyErrors(errors);
  const [refusal] = payload.userErrors ?? [];
  if (refusal) return { outcome: 'REFUSED', code: refusal.code, payload };
  if (payload[yields] === null || payload[yields] === undefined) return classifyErrors(errors);
  return { outcome: 'ACKNOWLEDGED', payload };
}

function classifyErrors(errors: Answer<unknown>['errors']): Verdict<never> {
  const { code = null, retryAfterMs } = errors?.[0]?.extensions ?? {};
  if (code === null || undecided.has(code)) return { outcome: 'UNKNOWN', code, retryAfterMs };
  return { outcome: 'REFUSED', code };
}
