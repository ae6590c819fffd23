import type { Operation } from '@apollo/federation-internals';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { SoleOperation } from '../admission/concern.js';
import type { Coerce } from './compile-coercion.js';
import type { Execution, ExecutionRequest, Step } from './execution.js';
import type { GuardedSteps } from './guarded-steps.js';
import type { Projection } from './projection/compile-projection.js';
import { referenceResult } from './reference-result.js';

export interface OperationParts extends SoleOperation {
  /** As the planner takes it. */
  operation: Operation;
  /** Absent when there is nothing to fetch. */
  step: Step | undefined;
  /** Absent when no access rule is about it. */
  guard: GuardedSteps | undefined;
  project: Projection;
  coerce: Coerce;
}

/** A query or mutation, ready to be executed any number of times. */
export class CompiledOperation {
  constructor(private readonly parts: OperationParts) {}

  /** What was compiled. */
  get source(): SoleOperation {
    return this.parts;
  }

  async execute(request: ExecutionRequest): Promise<ExecutionResult> {
    const result = await this.executeToJson(request);
    return typeof result === 'string' ? { data: JSON.parse(result) } : result;
  }

  /** The data as JSON when nothing is wrong with the result; otherwise the result, its errors still to be formatted. */
  async executeToJson(request: ExecutionRequest): Promise<string | ExecutionResult> {
    const { operation, guard, project, coerce } = this.parts;
    const { errors, coerced } = coerce(request.variables);
    if (errors) return { errors: errors.map(asUserError) };
    const execution: Execution = { ...request, coerced, root: {}, errors: [] };
    const step = guard?.stepFor(request.context.identity.caller) ?? this.parts.step;
    await step?.(execution);
    const data = execution.errors.length > 0 ? undefined : project(execution.root, coerced);
    return data ?? referenceResult(operation, execution);
  }
}

/** With the code that Apollo Server would give it. */
function asUserError(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'BAD_USER_INPUT' } });
}
