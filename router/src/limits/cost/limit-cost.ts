import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Concern, IncomingOperation } from '../../admission/concern.js';
import { refusal } from '../../admission/refusal.js';
import type { RouterContext } from '../../operations/router-context.js';
import type { BucketSize } from '../buckets/bucket.js';
import { callerKey } from '../caller-key.js';
import type { Budgets, Spending } from './budgets.js';
import { OperationCost } from './operation-cost.js';

/** Points of a user, and of all together who come from one address and bear no token. */
export interface Allowances {
  user: BucketSize;
  address: BucketSize;
}

export interface CostLimitParts {
  /** The supergraph's, with its directives. */
  schema: GraphQLSchema;
  /** What one operation may cost. */
  most: number;
  budgets: Budgets;
  allowances: Allowances;
}

/** Refuses what costs too much at once, or more than the caller has left, and says in the answer what is left. */
export function limitCost({ schema, most, budgets, allowances }: CostLimitParts): Concern {
  const costs = new WeakMap<OperationDefinitionNode, OperationCost>();
  const costOf = ({ document, definition, variables }: IncomingOperation): number => {
    const known = costs.get(definition) ?? new OperationCost(schema, { document, definition });
    costs.set(definition, known);
    return known.of(variables);
  };
  return (operation) => {
    const { context } = operation;
    const cost = Math.max(1, costOf(operation));
    if (cost > most) throw tooDear(cost, most);
    const size = context.identity.caller.kind === 'anonymous' ? allowances.address : allowances.user;
    const spending = budgets.spend(callerKey(context), size, cost);
    if (spending instanceof Promise) return spending.then((told) => conclude(told, { cost, size, context }));
    return conclude(spending, { cost, size, context });
  };
}

interface Charge {
  cost: number;
  size: BucketSize;
  context: RouterContext;
}

function conclude({ isAllowed, left, retryAfterMs }: Spending, { cost, size, context }: Charge): void {
  const throttleStatus = {
    maximumAvailable: size.capacity,
    currentlyAvailable: Math.max(0, Math.floor(left)),
    restoreRate: size.perSecond,
  };
  context.extensions = { ...context.extensions, cost: { requested: cost, throttleStatus } };
  if (isAllowed) return;
  throw refusal('RATE_LIMITED', `This costs ${cost}, and less is left; wait before the next.`, { retryAfterMs });
}

function tooDear(actual: number, most: number) {
  const message = `An operation may cost ${most}; this one costs ${actual}.`;
  return refusal('COST_LIMIT_EXCEEDED', message, { limit: most, actual });
}
