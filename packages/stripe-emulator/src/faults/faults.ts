import { z } from 'zod';

const longest = 10 * 60_000;
const count = z.int().min(0).max(1_000_000);

const failNext = z.strictObject({
  status: z.int().min(400).max(599),
  times: count.default(1),
  /** `before`: nothing happened. `after`: it happened, and the failure is what is remembered as its answer. */
  phase: z.enum(['before', 'after']).default('before'),
});

const settings = z.strictObject({
  /** Every API answer waits this long; so do its effects. */
  latencyMs: z.int().min(0).max(longest),
  failNext,
  /** So many requests are carried out, and their connection is cut instead of an answer. */
  timeoutAfterCharge: count,
  /** How long an idempotency key is remembered; Stripe's day by default. */
  idempotencyKeyTtlMs: z.int().min(0),
  duplicateWebhooks: z.boolean(),
  delayWebhooksMs: z.int().min(0).max(longest),
  /** Webhooks of one quarter of a second are sent last first. */
  reorderWebhooks: z.boolean(),
  /** Webhooks are never sent, and not kept for later. */
  dropWebhooks: z.boolean(),
  /** Webhooks are signed with another secret. */
  invalidSignatures: z.boolean(),
});

export type FaultSettings = z.infer<typeof settings>;

const none: FaultSettings = {
  latencyMs: 0,
  failNext: { status: 500, times: 0, phase: 'before' },
  timeoutAfterCharge: 0,
  idempotencyKeyTtlMs: 24 * 60 * 60_000,
  duplicateWebhooks: false,
  delayWebhooksMs: 0,
  reorderWebhooks: false,
  dropWebhooks: false,
  invalidSignatures: false,
};

/** What is to go wrong, on purpose. Forgotten when the process ends. */
export class Faults {
  private current = none;

  get settings(): FaultSettings {
    return this.current;
  }

  /** @throws {z.ZodError} when a setting is unknown or malformed; nothing changes then. */
  change(raw: unknown): void {
    this.current = { ...this.current, ...settings.partial().parse(raw) };
  }

  reset(): void {
    this.current = none;
  }

  /** The status with which this request is to fail, if it is. */
  takeFailure(phase: 'before' | 'after'): number | undefined {
    const { failNext: failure } = this.current;
    if (failure.times === 0 || failure.phase !== phase) return undefined;
    this.current = { ...this.current, failNext: { ...failure, times: failure.times - 1 } };
    return failure.status;
  }

  /** Whether the connection is to be cut instead of answering. */
  takeTimeout(): boolean {
    if (this.current.timeoutAfterCharge === 0) return false;
    this.current = { ...this.current, timeoutAfterCharge: this.current.timeoutAfterCharge - 1 };
    return true;
  }
}
