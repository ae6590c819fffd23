/** What the load came to so far, while it runs. Durations are milliseconds. */
export class LoadFigures {
  tripsBegun = 0;
  /** Trips that were due while so many were under way that one more would only have waited. */
  tripsHeldBack = 0;
  ordersPlaced = 0;
  /** When the last of the requests was sent that were answered with an order. Milliseconds since 1970. */
  lastOrderAskedAt = 0;
  /** From sending `placeOrder` to its acknowledgement: the one request that got it. */
  readonly placeOrderMs: number[] = [];
  readonly readMs: number[] = [];
  readsFailed = 0;
  /** How often each code came with an answer that gave nothing. */
  readonly codes = new Map<string, number>();
  /** What went wrong in a way that no person expected. */
  readonly surprises: string[] = [];

  noteOrder(askedAt: number, tookMs: number): void {
    this.lastOrderAskedAt = Math.max(this.lastOrderAskedAt, askedAt);
    this.placeOrderMs.push(tookMs);
  }

  count(code: string): void {
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
  }
}
