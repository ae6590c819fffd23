import { z } from 'zod';

const settings = z.strictObject({
  /** Every API answer waits this long; so do its effects. */
  latencyMs: z.int().min(0).max(600_000),
  failNext: z.strictObject({
    status: z.int().min(400).max(599),
    times: z.int().min(0).max(1_000_000).default(1),
    /** `before`: nothing happened. `after`: it happened, and only its answer is lost. */
    phase: z.enum(['before', 'after']).default('before'),
  }),
});

export type FaultSettings = z.infer<typeof settings>;

const none: FaultSettings = { latencyMs: 0, failNext: { status: 503, times: 0, phase: 'before' } };

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
}
