/** One end of a process. */
export interface ProcessEnd {
  process: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Such as `exit 1` or `SIGKILL`. */
  how: string;
  /** Whether the plan ended it; otherwise it ended by itself. */
  isPlanned: boolean;
}

/** What the harness itself knows of a run, for whoever judges it. Times are milliseconds since 1970. */
export interface RunRecord {
  /** When the first process of the shop was up. */
  startedAt: number;
  /** When the last fault was over; in a run without faults, when people began. */
  faultsEndedAt: number;
  /** When everybody had finished what was under way: from then on the shop can come to rest. */
  loadEndedAt: number;
  /** When nothing was under way any more; null when that did not happen in time. */
  quietAt: number | null;
  processEnds: ProcessEnd[];
  /** When code that serves subscriptions failed at a fault point, as it was told. */
  subscriptionsFailedAt: number[];
  /** Events that the plan made undeliverable: what may lie among the dead letters, and nothing else. */
  poisonedEventIds: string[];
  /** Orders whose stock or payment ran out of time because the plan moved their end into the past. */
  expiredOrderIds: string[];
}

/** What the record of a run says in which nothing goes wrong on purpose. */
export function nothingOnPurpose() {
  return { processEnds: [], subscriptionsFailedAt: [], poisonedEventIds: [], expiredOrderIds: [] };
}
