import { z } from 'zod';

const settings = z.strictObject({
  /** So many messages are refused; the sender is told to try again later, or never when the code is 5xx. */
  rejectNext: z.int().min(0).max(1_000_000),
  rejectCode: z.int().min(400).max(599),
  /** Every message is accepted or refused only after this time. */
  latencyMs: z.int().min(0).max(600_000),
});

export type FaultSettings = z.infer<typeof settings>;

const none: FaultSettings = { rejectNext: 0, rejectCode: 451, latencyMs: 0 };

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

  /** The SMTP code with which this message is to be refused, if it is. */
  takeRejection(): number | undefined {
    const { rejectNext, rejectCode } = this.current;
    if (rejectNext === 0) return undefined;
    this.current = { ...this.current, rejectNext: rejectNext - 1 };
    return rejectCode;
  }
}
