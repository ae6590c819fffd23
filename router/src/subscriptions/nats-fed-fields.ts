import type { EventContract } from '@souk/kit/contracts';
import { orderStatusChangedV1 } from '@souk/schema/events/orders';
import type { z } from 'zod';
import type { Tree } from '../execution/execution.js';

/** A field of the subscription type whose events the router hears from NATS itself. */
export interface NatsFedField<Data = unknown> {
  name: string;
  contract: EventContract<Data>;
  /** The argument that names the thing to watch. */
  idArgument: string;
  /** The argument that says which event is known already; 0 when it is not given. */
  afterArgument: string;
  /** What the field answers, as far as an event tells it. */
  told: ToldType;
  /** Asks, by the variable `$id`, for everything that has happened; what is not the caller's to see is null. */
  history: string;
  /** Which thing the event is about. */
  idOf(data: Data): string;
  toEvent(data: Data): FedEvent;
  /** The answer to the history, oldest first; undefined when there is no such thing for the caller. */
  eventsOf(answer: Tree, id: string): FedEvent[] | undefined;
}

export interface ToldType {
  type: string;
  leaves: readonly string[];
  /** Fields of which the event tells nothing but the type and the key; the subgraph is asked for the rest. */
  entities: Readonly<Record<string, { type: string; keys: readonly string[] }>>;
}

export interface FedEvent {
  /** Its place among the events of the same thing, from 1 without gaps. */
  sequence: number;
  /** Whether none will follow. */
  isLast: boolean;
  /** What it tells, in the form of {@link ToldType}. */
  tells: Tree;
}

type StatusChange = z.infer<typeof orderStatusChangedV1.schema>;
type StatusRow = Pick<StatusChange, 'sequence' | 'status' | 'occurredAt'>;

const finalStatuses: readonly StatusChange['status'][] = ['COMPLETED', 'CANCELLED'];

const orderStatusChanged: NatsFedField<StatusChange> = {
  name: 'orderStatusChanged',
  contract: orderStatusChangedV1,
  idArgument: 'orderId',
  afterArgument: 'afterSequence',
  told: {
    type: 'OrderStatusChange',
    leaves: ['sequence', 'status', 'occurredAt'],
    entities: { order: { type: 'Order', keys: ['id'] } },
  },
  history: 'query OrderHistory($id: ID!) { order(id: $id) { history { sequence status occurredAt } } }',
  idOf: ({ orderId }) => orderId,
  toEvent: (row) => statusEvent(row, row.orderId),
  eventsOf: ({ order }, id) => (order as { history: StatusRow[] } | null)?.history.map((row) => statusEvent(row, id)),
};

/** All there are. A field is fed by NATS where its graph has all that stands here; else its subgraph is subscribed to. */
export const natsFedFields: readonly NatsFedField[] = [orderStatusChanged as unknown as NatsFedField];

function statusEvent({ sequence, status, occurredAt }: StatusRow, id: string): FedEvent {
  const order = { __typename: 'Order', id };
  const tells = { __typename: 'OrderStatusChange', sequence, status, occurredAt, order };
  return { sequence, isLast: finalStatuses.includes(status), tells };
}
