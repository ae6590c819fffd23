/** What the process of the subgraphs tells when it is asked. */
export interface SubgraphsState {
  /** Where each listens, by name. */
  urls: Record<string, string>;
  /** How many requests all of them have had. */
  requests: number;
}
