/** What the process of the shop is asked: its subgraphs, and the commits that change its orders. */
export type ShopQuestion =
  | { kind: 'state' }
  /** Makes orders that are PENDING. */
  | { kind: 'place'; count: number }
  /** Changes orders, one after the other and over again, evenly over the time. */
  | { kind: 'commit'; orderIds: string[]; count: number; perSecond: number; natsUrl: string };

export interface ShopState {
  /** Where each subgraph listens, by name. */
  urls: Record<string, string>;
  /** How many requests all of them have had. */
  requests: number;
  /** What was placed last. */
  orderIds: string[];
}
