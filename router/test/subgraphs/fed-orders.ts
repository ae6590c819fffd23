import { newId } from '@souk/kit/domain';
import { publishEvent } from '@souk/kit/testing';
import { orderStatusChangedV1, type orderStatuses } from '@souk/schema/events/orders';
import { GraphQLError } from 'graphql';
import type { NatsConnection } from 'nats';
import type { FixtureDefinition } from '../fixture-subgraph.js';

const typeDefs = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

  type Query {
    order(id: ID!): Order
  }

  type Subscription {
    orderStatusChanged(orderId: ID!, afterSequence: Int): OrderStatusChange!
  }

  type OrderStatusChange {
    sequence: Int!
    status: String!
    occurredAt: String!
    note: String
    order: Order!
  }

  type Order @key(fields: "id") {
    id: ID!
    number: String!
    total(currency: String): String!
    history(afterSequence: Int! = 0): [OrderStatusChange!]!
    variant: Variant
  }

  type Variant @key(fields: "id", resolvable: false) {
    id: ID!
  }
`;

type Status = (typeof orderStatuses)[number];

interface Row {
  orderId: string;
  customerId: string;
  sequence: number;
  status: Status;
  occurredAt: string;
}

/** Orders whose status changes go to NATS, where the router hears them itself. Its table is in memory. */
export class FedOrders {
  /** How often a history was read. */
  readings = 0;
  /** How often it was subscribed to. */
  subscriptions = 0;
  private readonly rows = new Map<string, Row[]>();
  private readonly hidden = new Set<string>();

  /** An order that is PENDING, which nobody has heard of yet. */
  place(): string {
    const orderId = newId();
    this.rows.set(orderId, []);
    this.record(orderId, 'PENDING');
    return orderId;
  }

  /** Changes a status without telling anybody. */
  record(orderId: string, status: Status): Row {
    const rows = this.rows.get(orderId) ?? [];
    const occurredAt = new Date().toISOString();
    const row = { orderId, customerId: newId(), sequence: rows.length + 1, status, occurredAt };
    rows.push(row);
    return row;
  }

  /** Tells a change, as the outbox does once it is committed. */
  async publish(nats: NatsConnection, row: Row): Promise<void> {
    await publishEvent(nats, orderStatusChangedV1(row), { aggregateId: row.orderId, version: row.sequence });
  }

  async change(nats: NatsConnection, orderId: string, status: Status): Promise<void> {
    await this.publish(nats, this.record(orderId, status));
  }

  /** From now on the order is somebody else's. */
  takeAway(orderId: string): void {
    this.hidden.add(orderId);
  }

  get definition(): FixtureDefinition {
    return {
      name: 'orders',
      typeDefs,
      resolvers: {
        Query: { order: (_source: unknown, { id }: { id: string }) => this.find(id) },
        Subscription: {
          orderStatusChanged: {
            subscribe: () => {
              this.subscriptions += 1;
              throw new GraphQLError('There is no such order.', { extensions: { code: 'NOT_FOUND' } });
            },
          },
        },
        Order: {
          __resolveReference: ({ id }: { id: string }) => this.find(id),
          total: (_order: unknown, { currency = 'EUR' }: { currency?: string }) => `30 ${currency}`,
          history: ({ id }: { id: string }, { afterSequence }: { afterSequence: number }) => {
            this.readings += 1;
            return this.rows.get(id)?.slice(afterSequence);
          },
        },
        OrderStatusChange: { order: ({ orderId }: Row) => this.find(orderId) },
      },
    };
  }

  private find(id: string) {
    if (!this.rows.has(id) || this.hidden.has(id)) return null;
    return { __typename: 'Order', id, number: `SO-${id.slice(-4)}`, variant: { id: 'v1' } };
  }
}
