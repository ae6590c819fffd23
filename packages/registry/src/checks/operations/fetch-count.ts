import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';

/** How many fetches a plan makes; a subscription's first one is its source. */
export function fetchCount({ node }: QueryPlan): number {
  return node ? countIn(node) : 0;
}

function countIn(node: PlanNode | SubscriptionNode): number {
  switch (node.kind) {
    case 'Fetch':
      return 1;
    case 'Sequence':
    case 'Parallel':
      return node.nodes.reduce((sum, child) => sum + countIn(child), 0);
    case 'Flatten':
      return countIn(node.node);
    case 'Subscription':
      return 1 + (node.rest ? countIn(node.rest) : 0);
    case 'Condition':
      return Math.max(...[node.ifClause, node.elseClause].map((clause) => (clause ? countIn(clause) : 0)));
    case 'Defer':
      return [node.primary, ...node.deferred].reduce((sum, part) => sum + (part.node ? countIn(part.node) : 0), 0);
  }
}
