import type { Change } from '@graphql-inspector/core';
import type { RecordedOperation } from '../../state/registry-state.js';

/** A change of what clients see, and the recorded operations that it may concern. */
export interface ApiChange {
  change: Change;
  /** As GraphQL writes schema coordinates: `Order.total`, `Query.order(id:)`. */
  coordinate: string;
  users: readonly RecordedOperation[];
  /** Whether it is there still, and @inaccessible. */
  isHidden: boolean;
}
