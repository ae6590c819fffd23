import type { DocumentNode } from 'graphql';
import type { Identity } from '../identity/identity.js';

/** What belongs to one operation, whatever way it came in. */
export interface RouterContext {
  identity: Identity;
  requestId: string;
  /** Where it came from, over a way in that can answer with a stream. */
  address?: string;
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
