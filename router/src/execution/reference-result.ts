import type { Operation } from '@apollo/federation-internals';
import { computeResponse } from '@apollo/gateway/dist/resultShaping.js';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { completeResult } from '../operations/complete-result.js';
import type { Execution } from './execution.js';

/**
 * Makes the result by the gateway's own code, which checks every value and lets nulls rise as the specification wants.
 * Slow, and right in all that is odd: errors, nulls where none may be, values of a wrong type.
 */
export function referenceResult(operation: Operation, execution: Execution): ExecutionResult {
  const { variables, root, errors } = execution;
  try {
    const { data, errors: valueCompletion } = computeResponse({
      operation,
      variables,
      input: root,
      introspectionHandling: refuseIntrospection,
    });
    if (errors.length > 0) return { errors, data: data ?? null };
    return completeResult({
      data: data ?? null,
      ...(valueCompletion.length > 0 && { extensions: { valueCompletion } }),
    });
  } catch (error) {
    const { message } = error as Error;
    const own = error instanceof GraphQLError ? error : new GraphQLError(message, { originalError: error as Error });
    return { errors: [own] };
  }
}

function refuseIntrospection(): never {
  throw new Error('Operations that ask for the schema are not compiled.');
}
