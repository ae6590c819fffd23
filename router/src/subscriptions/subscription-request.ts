import type { Execution, ExecutionRequest } from '../execution/execution.js';

/** What is the same for all events of a subscription. */
export type SubscriptionRequest = ExecutionRequest & Pick<Execution, 'coerced'>;
