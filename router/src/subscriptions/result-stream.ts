/** The results of one subscription, for as long as it lasts. */
export interface ResultStream {
  /**
   * Begins, and tells each result as JSON, in order. Resolves when there will be no more, to whether that is the true end:
   * false when the client should come back for the rest. Rejects with what ended it otherwise.
   */
  tell(onResult: (json: string) => void): Promise<boolean>;
  /** Ends it at once, begun or not. Harmless when repeated. */
  leave(): void;
}
