import type { DocumentNode } from 'graphql';
import type { Identity } from '../identity/identity.js';
import type { WayIn } from '../metrics/way-in.js';
import type { Departure } from './departure.js';

/** What belongs to one operation, whatever way it came in. */
export interface RouterContext {
  identity: Identity;
  requestId: string;
  /** How it came in, where that is not plain HTTP. */
  way?: WayIn;
  /** When the answer is due, by `performance.now()`. What is not there by then is missing from it. */
  dueAtMs?: number;
  /** Tells when nobody waits for the answer any more. */
  departure?: Departure;
  /** Where it came from. */
  address?: string;
  /** The name that the client gives itself. */
  client?: string | undefined;
  /** Whether the answer is of the type `application/json`. */
  isPlainJson?: boolean;
  /** What the answer says beside its data. */
  extensions?: Record<string, unknown>;
  /** Set where nothing may be changed, because the operation came as an address alone. */
  isReadOnly?: boolean;
  /** Takes over a subscription that was parsed, validated and admitted; present where an answer may be a stream. */
  takeSubscription?: (subscription: AdmittedSubscription) => void;
}

export interface AdmittedSubscription {
  document: DocumentNode;
  operationName: string | undefined;
  /** As the client sent them. */
  variables: Record<string, unknown>;
}
