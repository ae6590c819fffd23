import { Turns } from '@souk/kit/concurrency';
import { PublicError } from '@souk/kit/domain';
import { parse } from 'graphql';
import type { CompileOperation } from '../execution/compile-operation.js';
import type { CompiledOperation } from '../execution/compiled-operation.js';
import type { Tree } from '../execution/execution.js';
import type { RouterContext } from '../operations/router-context.js';
import type { FedEvent, NatsFedField } from './nats-fed-fields.js';
import { SubscriptionRefusedError } from './subscription-refused.error.js';

/** After NATS was away, everybody's history is read at once. */
const readingsAtATime = 64;

/** Reads what has happened to the things of one field, as their owner tells a caller. */
export class EventHistory {
  private readonly operation: CompiledOperation;
  private readonly turns = new Turns(readingsAtATime);

  constructor(
    private readonly field: NatsFedField,
    compile: CompileOperation,
  ) {
    this.operation = compile(parse(field.history), undefined);
  }

  /**
   * Everything that has happened, oldest first.
   * @throws {PublicError} NOT_FOUND when the thing is absent or not the caller's to see.
   * @throws {SubscriptionRefusedError} when it cannot be read.
   */
  async read(id: string, context: RouterContext): Promise<FedEvent[]> {
    const { data, errors } = await this.turns.take(() => this.operation.execute({ variables: { id }, context }));
    if (errors?.length) throw new SubscriptionRefusedError(errors);
    const events = this.field.eventsOf((data ?? {}) as Tree, id);
    if (!events) throw new PublicError('NOT_FOUND', 'There is no such thing, or it is not yours to see.');
    return events;
  }
}
