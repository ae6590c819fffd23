import type { Place } from '../place.js';
import type { Launch } from '../processes/launch.js';

export const peerNames = ['router', 'bare', 'stock', 'hive', 'hive-rust', 'by-hand', 'same-bytes'] as const;
export type PeerName = (typeof peerNames)[number];

/** A program that answers the operations of this bench. */
export interface Peer {
  /** What the command line and the figures call it. */
  name: PeerName;
  /** What it is, in words. */
  title: string;
  /** Gets what it needs, and tells how to start it. @throws {Error} when that cannot be had. */
  prepare(place: Place, port: number): Promise<Launch>;
}
