import type { RecordedOperation } from '../state/registry-state.js';

export const checkNames = [
  'accepted',
  'generated',
  'composition',
  'api',
  'operations',
  'events',
  'manners',
  'access',
  'allowances',
] as const;
export type CheckName = (typeof checkNames)[number];

/** error: refused, unless it is allowed by name; warning: worth a look; note: harmless, or good to know. */
export type FindingLevel = 'error' | 'warning' | 'note';

/** Something that a check has to say about one place of what Souk promises. */
export interface Finding {
  check: CheckName;
  level: FindingLevel;
  /** A stable name in capitals, such as `FIELD_REMOVED`. */
  code: string;
  /**
   * What it is about: `Order.total`, `Query.order(id:)`, `OrderStatus.PAID`, `SearchResult/Product`, `orders.order.paid.v1/lines/quantity`,
   * `web@1.4.0 PlaceOrder`.
   */
  coordinate: string;
  /** What is the matter, as a sentence. */
  message: string;
  /** What mends it, as a sentence. Every error has one. */
  fix?: string;
  /** From the root of the repository. */
  file?: string;
  /** From 1. */
  line?: number;
  /** Recorded operations that use the coordinate. */
  usedBy?: readonly Pick<RecordedOperation, 'client' | 'version' | 'name'>[];
  /** The subgraphs that rely on the event. */
  consumers?: readonly string[];
  /** The entry of `schema/allowances.yaml` that lets the error pass. */
  allowance?: Allowance;
}

/** A reviewed exception: a break that was decided on. */
export interface Allowance {
  code: string;
  coordinate: string;
  who: string;
  why: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  until: string;
}
