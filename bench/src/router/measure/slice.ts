import type { OperationName } from '../graph/operations.js';
import type { PeerName } from '../peers/peer.js';

/** What one peer did with one operation for a few seconds. */
export interface Slice {
  peer: PeerName;
  operation: OperationName;
  round: number;
  requests: number;
  perSecond: number;
  /** Milliseconds until an answer was read. */
  p50: number;
  p99: number;
  /** User and system time of the peer's process for each request, in milliseconds. */
  cpuMs: number;
  /** Requests to subgraphs for each request. */
  fetches: number;
  rssBytes: number;
}
