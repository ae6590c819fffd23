/** Everybody who uses the shop during a run. */
export interface People {
  /** How many orders the shop has acknowledged so far. */
  readonly ordersPlaced: number;
  /** Resolves as soon as the shop has acknowledged an order that was sent after now. */
  untilOrderPlaced(): Promise<void>;
  /**
   * Nobody begins anything new; what is under way is finished, and what is unknown is found out by asking again with the
   * same key. To be called when the shop is whole again.
   */
  stop(): Promise<void>;
}
