import type { DocumentNode } from 'graphql';
import type { Identity } from '../identity/identity.js';

/** What belongs to one operation, whatever way it came in. */
export interface RouterContext {
  identity: Identity;
  requestId: string;
  /** How the operation came in, where that limits what it may be. */
  channel: Channel;
  /** Takes over a subscription that was parsed, validated and admitted; present where an answer may be a stream. */
  takeSubscription?: (subscription: AdmittedSubscription) => void;
}

/** `event-stream-get`: server-sent events asked for by GET, which must not change anything. */
export type Channel = 'http' | 'web-socket' | 'event-stream' | 'event-stream-get';

export interface AdmittedSubscription {
  document: DocumentNode;
  operationName: string | undefined;
  /** As the client sent them. */
  variables: Record<string, unknown>;
}
