import type { Summary } from '../../measure/percentiles.js';

/** The router with sockets over which nothing happens. */
export interface Rest {
  connected: number;
  /** Without any socket, in bytes. */
  rssBefore: number;
  rssPerSocket: number;
}

/** What it took to tell changes. */
export interface Changes {
  commits: number;
  deliveries: number;
  /** How many deliveries did not come. */
  missed: number;
  /** How many came out of order. */
  wrong: number;
  /** Processor time of the router, in microseconds. */
  cpuUsPerDelivery: number;
  fetchesPerCommit: number;
  /** From a commit to each client, in milliseconds. */
  each: Summary | null;
  /** From a commit to the last client, in milliseconds. */
  last: Summary | null;
  rss: number;
}

export interface SubscriptionFigures {
  sockets: number;
  commitsPerSecond: number;
  rest: Rest;
  same: Changes;
  distinct: Changes;
}
