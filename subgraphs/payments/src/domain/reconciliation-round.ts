/** RECENT: every quarter of an hour. DAILY: once a day, further back. BY_HAND: somebody asked for it. */
export const roundKinds = ['RECENT', 'DAILY', 'BY_HAND'] as const;
export type RoundKind = (typeof roundKinds)[number];

/** What a round looked at and what came of it. */
export interface RoundCounts {
  paymentsCompared: number;
  refundsCompared: number;
  /** Differences that the provider's own news mended. */
  repaired: number;
  /** Payments that are too young, or that the provider is being asked about: the next round sees them. */
  putOff: number;
  /** Differences that nobody had been told of before. */
  reported: number;
  /** All differences that wait for somebody, also from earlier rounds. */
  stillOpen: number;
}

/** What was begun at a provider from here, inclusive, until there, exclusive, is compared. */
export interface RoundWindow {
  from: Date;
  until: Date;
}

export interface ReconciliationRound extends RoundWindow {
  id: string;
  kind: RoundKind;
}
