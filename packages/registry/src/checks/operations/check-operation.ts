import { costOf } from '@souk/operations/cost/cost-of';
import { depthOf } from '@souk/operations/depth-of';
import { limits } from '@souk/operations/limits';
import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql';
import type { RecordedOperation } from '../../state/registry-state.js';
import type { Finding } from '../finding.js';
import { moveUsers } from '../moving-on.js';
import { nameOfOperation } from '../usage.js';
import { limitProblems, type OperationProblem, withCommas } from './limit-problems.js';
import type { Planning } from './planning.js';

/** What operations are held against. */
export interface OperationContext {
  api: GraphQLSchema;
  before: Planning;
  after: Planning;
}

const fixOfCosts = 'Leave @listSize and @cost of what it asks for as they were, or change the operation.';

/** Whether an operation still validates, has a plan that is no longer than it was, and keeps to the limits. */
export function checkOperation(operation: RecordedOperation, context: OperationContext): Finding[] {
  const document = parse(operation.document);
  const errors = validate(context.api, document);
  if (errors.length > 0) return errors.map(({ message }) => invalid(operation, message));
  return [...beyondLimits(operation, document, context), planned(operation, document, context)];
}

/** Of what kept to a limit before, the schema is to blame; its client has done nothing. */
function beyondLimits(operation: RecordedOperation, document: DocumentNode, context: OperationContext): Finding[] {
  return limitProblems(context.after.costSchema, document).map((problem) => {
    const fix = keptTo(problem, document, context.before) ? `${fixOfCosts} ${problem.fix}` : problem.fix;
    return { ...findingOf(operation), level: 'error', ...problem, fix };
  });
}

function keptTo({ code }: OperationProblem, document: DocumentNode, { accepts, costSchema }: Planning): boolean {
  return accepts(document) && limitProblems(costSchema, document).every((problem) => problem.code !== code);
}

function invalid(operation: RecordedOperation, message: string): Finding {
  return {
    ...findingOf(operation),
    level: 'error',
    code: 'OPERATION_INVALID',
    message,
    fix: `Give the API what the operation asks for; or, if it is not needed any more, ${moveUsers([operation])}.`,
  };
}

function planned(operation: RecordedOperation, document: DocumentNode, { before, after }: OperationContext): Finding {
  try {
    const now = after.fetches(document) ?? 0;
    const then = before === after ? now : before.fetches(document);
    return describePlan(operation, document, { then, now, costSchema: after.costSchema });
  } catch (error) {
    return {
      ...findingOf(operation),
      level: 'error',
      code: 'OPERATION_WITHOUT_PLAN',
      message: `No plan can be made for it: ${(error as Error).message}`,
      fix: 'Let the fields that it asks for be reached again: by a key, or by asking for them in another operation.',
    };
  }
}

function describePlan(
  operation: RecordedOperation,
  document: DocumentNode,
  { then, now, costSchema }: { then: number | undefined; now: number; costSchema: GraphQLSchema },
): Finding {
  const measures = [
    `Fetches: ${then ?? 'new'} → ${now}.`,
    `Depth ${depthOf(document)} of ${limits.depth}, cost ${withCommas(costOf(costSchema, document))} of ${withCommas(limits.cost)}.`,
  ];
  const finding = { ...findingOf(operation), message: measures.join(' ') };
  if (then === undefined || now <= then) return { ...finding, level: 'note', code: 'OPERATION_PLANNED' };
  return {
    ...finding,
    level: 'warning',
    code: 'FETCHES_RISEN',
    fix: 'Every fetch more is a round trip more; see whether the subgraph that is asked can serve it (@provides, @shareable).',
  };
}

function findingOf(operation: RecordedOperation): Pick<Finding, 'check' | 'coordinate' | 'file' | 'line'> {
  const { file, line } = operation;
  return { check: 'operations', coordinate: nameOfOperation(operation), file, line };
}
