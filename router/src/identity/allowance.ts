import { PublicError } from '@souk/kit/domain';
import type { Identity } from './identity.js';

/** How many of something one may have at a time. */
export interface AllowanceLimits {
  perUser: number;
  /** For all together who come from one address and bear no token. */
  perAddress: number;
}

/** Counts what each user has, and what is had by nobody in particular from one address. */
export class Allowance {
  private readonly held = new Map<string, number>();

  constructor(
    /** What it is, in the plural. */
    private readonly what: string,
    private readonly limits: AllowanceLimits,
  ) {}

  /**
   * Counts one more. Returns a function that gives it back; it is harmless to call it again.
   * @throws {PublicError} RATE_LIMITED when there are as many as allowed.
   */
  take({ caller }: Identity, address: string): () => void {
    const user = caller.id ?? caller.orderId;
    const holder = user === undefined ? `address ${address}` : `user ${user}`;
    const limit = user === undefined ? this.limits.perAddress : this.limits.perUser;
    const count = this.held.get(holder) ?? 0;
    if (count >= limit) throw new PublicError('RATE_LIMITED', `More than ${limit} ${this.what} at a time.`, { limit });
    this.held.set(holder, count + 1);
    let isGivenBack = false;
    return () => {
      if (!isGivenBack) this.giveBack(holder);
      isGivenBack = true;
    };
  }

  private giveBack(holder: string): void {
    const left = (this.held.get(holder) ?? 0) - 1;
    if (left > 0) this.held.set(holder, left);
    else this.held.delete(holder);
  }
}
