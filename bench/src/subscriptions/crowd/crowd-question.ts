import type { Summary } from '../../measure/percentiles.js';

/** What the process of the clients is asked. */
export type CrowdQuestion =
  | { kind: 'connect'; url: string; count: number }
  /** Each watches one of the orders, and has heard what happened to it so far; what it watched before is left. */
  | { kind: 'watch'; query: string; orderIds: string[] }
  /** So many do not read what they are sent; the others do, those included who did not. */
  | { kind: 'sleep'; count: number }
  /** Forgets what was heard so far. */
  | { kind: 'forget' }
  /** Waits until everybody who reads has heard of every change, or nothing comes any more. */
  | { kind: 'hear'; deliveries: number };

export interface Heard {
  /** How many clients are connected. */
  connected: number;
  deliveries: number;
  /** How many were not the number after the last one of the same order. */
  wrong: number;
  /** From each commit to each client that hears of it, in milliseconds. */
  each: Summary | null;
  /** From each commit to the last of its clients, in milliseconds. */
  last: Summary | null;
}
