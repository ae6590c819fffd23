import type { LoadFigures } from './load-figures.js';

/** Everybody who uses the shop during a run. */
export interface People {
  readonly figures: LoadFigures;
  /** Where everything is written down that they asked and were told. */
  readonly journalPath: string;
  /** Resolves as soon as the shop has acknowledged an order that was asked for after now. */
  untilOrderPlaced(): Promise<void>;
  /** So many come in at this moment, beside those who come anyway, and all want the same. */
  rush(buyers: number): void;
  /**
   * Nobody begins anything new; what is under way is finished, and what is unknown is found out by asking again with the
   * same key. To be called when the shop is whole again. Whoever follows an order goes on.
   */
  stop(): Promise<void>;
  /** Whoever follows an order sees all that has happened, then leaves. To be called when nothing is under way any more. */
  stopWatching(): Promise<void>;
}
