import type { Check } from './check.js';
import { checkOperation } from './operations/check-operation.js';
import { planningOf } from './operations/planning.js';

/** Whether what known clients send still works, and at what price. */
export const operations: Check = {
  name: 'operations',
  title: 'Operations of known clients',
  run: ({ before, after }) => {
    const now = planningOf(after);
    const then = before.supergraphSdl === after.supergraphSdl ? now : planningOf(before);
    return after.operations.flatMap((operation) =>
      checkOperation(operation, { api: after.api, before: then, after: now }),
    );
  },
};
