import { OperationTypeNode } from 'graphql';
import type { Concern } from './concern.js';

/** Gives every query and mutation the same time from here on. A subscription may last. */
export function dueWithin(timeoutMs: number): Concern {
  return ({ definition, context }) => {
    if (definition.operation !== OperationTypeNode.SUBSCRIPTION) context.dueAtMs = performance.now() + timeoutMs;
  };
}
