/** What became of a request: done, refused, or nobody knows. */
export type Outcome = 'ACKNOWLEDGED' | 'REFUSED' | 'UNKNOWN';

/** Something is about to be sent. One wish may be sent many times, always with the same key and the same content. */
export interface RequestEntry {
  kind: 'request';
  /** Milliseconds since 1970, as everywhere here. */
  at: number;
  /** Of this request alone. */
  id: number;
  wish: string;
  person: string;
  /** Name of the mutation. */
  operation: string;
  key: string | null;
  content: unknown;
}

/** What came back, or that nothing did. */
export interface AnswerEntry {
  kind: 'answer';
  at: number;
  request: number;
  outcome: Outcome;
  /** Why not, where something said why. */
  code: string | null;
  /** What the shop gave. */
  result?: unknown;
  tookMs: number;
}

/** A step in somebody's watching of an order. `caughtUp`: all up to `sequence` must have been seen by now. */
export interface WatchEntry {
  kind: 'watch';
  at: number;
  watcher: string;
  orderId: string;
  event: 'opened' | 'seen' | 'broken' | 'refused' | 'completed' | 'caughtUp';
  /** Seen: of the change. Opened: the last one known. CaughtUp: the last there was; absent if nobody could be asked. */
  sequence?: number;
  status?: string;
  code?: string;
}

/** Who somebody is to the shop: their carts and orders are those of this owner. */
export interface IdentityEntry {
  kind: 'identity';
  at: number;
  person: string;
  ownerId: string;
}

export type JournalEntry = RequestEntry | AnswerEntry | WatchEntry | IdentityEntry;
