import type { ConditionNode, PlanNode } from '@apollo/query-planner';
import type { Step } from '../execution.js';
import { NotCompiledError } from '../not-compiled.error.js';
import { compileEntityFetch, compileRootFetch, type FetchParts } from './compile-fetch.js';
import type { PlanPath } from './walk-path.js';

/**
 * Turns a plan into a function, once for all its runs.
 * @param path where in the answer the plan's results belong.
 * @throws {NotCompiledError} for a kind of node that the gateway's own executor refuses as well.
 */
export function compilePlan(node: PlanNode, parts: FetchParts, path: PlanPath = []): Step {
  const compile = (child: PlanNode) => compilePlan(child, parts, path);
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map(compile));
    case 'Parallel':
      return inParallel(node.nodes.map(compile));
    case 'Condition':
      return ifCondition(node, compile);
    case 'Flatten':
      return compilePlan(node.node, parts, [...path, ...node.path]);
    case 'Fetch':
      return node.requires ? compileEntityFetch(node, parts, path) : compileRootFetch(node, parts, path);
    default:
      throw new NotCompiledError(`A plan with ${node.kind} is not compiled.`);
  }
}

function inSequence(steps: Step[]): Step {
  const [first] = steps;
  if (first && steps.length === 1) return first;
  return async (execution) => {
    for (const step of steps) await step(execution);
  };
}

function inParallel(steps: Step[]): Step {
  const [first] = steps;
  if (first && steps.length === 1) return first;
  return async (execution) => {
    await Promise.all(steps.map((step) => step(execution)));
  };
}

function ifCondition({ condition, ifClause, elseClause }: ConditionNode, compile: (node: PlanNode) => Step): Step {
  const whenTrue = ifClause && compile(ifClause);
  const whenFalse = elseClause && compile(elseClause);
  return async (execution) => {
    const step = execution.coerced[condition] === true ? whenTrue : whenFalse;
    await step?.(execution);
  };
}
