import type { Caller } from '@souk/kit/identity';
import type { DocumentNode } from 'graphql';
import type { OperationGuard, Restriction } from '../access/operation-guard.js';
import type { Step } from './execution.js';

/** The steps of an operation for those who may not see all of it. Each is planned when somebody first needs it. */
export class GuardedSteps {
  private readonly steps = new WeakMap<Restriction, Step>();

  constructor(
    private readonly guard: OperationGuard,
    /** Undefined when there is nothing to fetch. */
    private readonly plan: (document: DocumentNode) => Step | undefined,
  ) {}

  /** Undefined for who may see everything. */
  stepFor(caller: Caller): Step | undefined {
    const restriction = this.guard.restrictionFor(caller);
    if (!restriction) return undefined;
    const step = this.steps.get(restriction) ?? this.compile(restriction);
    this.steps.set(restriction, step);
    return step;
  }

  private compile({ document, deny }: Restriction): Step {
    const fetch = this.plan(document);
    return async (execution) => {
      await fetch?.(execution);
      deny(execution);
    };
  }
}
