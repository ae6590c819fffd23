import { EventEmitter } from 'node:events';
import { isAuthenticated } from '@souk/kit/identity';
import { GraphQLError } from 'graphql';
import { EventQueue } from '../event-queue.js';
import type { FixtureContext, FixtureDefinition } from '../fixture-subgraph.js';

export const ordersTypeDefs = /* GraphQL */ `
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@authenticated", "@requiresScopes", "@listSize"]
    )

  type Query {
    order(id: ID!): Order
    orders(first: Int = 2): [Order!] @listSize(slicingArguments: ["first"])
    me: Me
    myOrder: Order @authenticated
    refused(code: String!): String
    broken: String
    slow: String
  }

  type Mutation {
    cancelOrder(id: ID!): Order
  }

  type Subscription {
    orderStatusChanged(orderId: ID!, afterSequence: Int): OrderStatusChange!
  }

  type OrderStatusChange {
    sequence: Int!
    status: String!
    order: Order
  }

  type Order @key(fields: "id") {
    id: ID!
    number: String!
    margin: Int @requiresScopes(scopes: [["orders:read"]])
    variant: Variant
  }

  type Variant @key(fields: "id", resolvable: false) {
    id: ID!
  }

  type Me {
    kind: String!
    id: ID
    scopes: [String!]!
    orderId: ID
    guestId: ID
    requestId: String
  }
`;

interface StatusChange {
  sequence: number;
  status: string;
}

/** The subgraph that owns orders and their subscription. Its history is in memory. */
export class FixtureOrders {
  readonly subscribedWith: { orderId: string; afterSequence?: number; requestId: string | undefined }[] = [];
  activeSubscriptions = 0;
  private readonly history: StatusChange[] = [];
  private readonly changes = new EventEmitter().setMaxListeners(0);

  publish(status: string): void {
    const change = { sequence: this.history.length + 1, status };
    this.history.push(change);
    this.changes.emit('change', change);
  }

  /** Publishes large changes, faster than anybody needs them and slower than a reader can take them. */
  flood(): { stop(): void } {
    const timer = setInterval(() => {
      for (let n = 0; n < 4; n += 1) this.publish('x'.repeat(20_000));
    }, 5);
    return { stop: () => clearInterval(timer) };
  }

  get definition(): FixtureDefinition {
    return { name: 'orders', typeDefs: ordersTypeDefs, resolvers: this.resolvers() };
  }

  private resolvers() {
    return {
      Query: {
        order: (_source: unknown, { id }: { id: string }) => order(id),
        orders: (_source: unknown, { first }: { first: number }) =>
          Array.from({ length: first }, (_item, index) => order(String(index + 1))),
        me: (_source: unknown, _args: unknown, { caller, requestId }: FixtureContext) => ({ ...caller, requestId }),
        myOrder: (_source: unknown, _args: unknown, { caller }: FixtureContext) => {
          if (!isAuthenticated(caller)) throw new GraphQLError('Sign in.', { extensions: { code: 'UNAUTHENTICATED' } });
          return order('1');
        },
        refused: (_source: unknown, { code }: { code: string }) => {
          throw new GraphQLError('Refused.', { extensions: { code, retryAfterMs: 250, internal: '10.0.0.1' } });
        },
        broken: () => {
          throw new Error('password authentication failed for user at 10.0.0.1');
        },
        slow: () => new Promise((resolve) => setTimeout(resolve, 2_000, 'late').unref()),
      },
      Mutation: { cancelOrder: (_source: unknown, { id }: { id: string }) => order(id) },
      Subscription: {
        orderStatusChanged: {
          subscribe: (_source: unknown, args: { orderId: string; afterSequence?: number }, context: FixtureContext) => {
            if (args.orderId === 'unknown')
              throw new GraphQLError('There is no such order.', { extensions: { code: 'NOT_FOUND' } });
            this.subscribedWith.push({ ...args, requestId: context.requestId });
            return this.follow(args);
          },
          resolve: (change: StatusChange & { orderId: string }) => {
            if (change.status === 'TAKEN_AWAY')
              throw new GraphQLError('There is no such order.', { extensions: { code: 'NOT_FOUND' } });
            return { ...change, order: order(change.orderId) };
          },
        },
      },
      Order: { __resolveReference: ({ id }: { id: string }) => order(id) },
    };
  }

  private follow({ orderId, afterSequence = this.history.length }: { orderId: string; afterSequence?: number }) {
    const tell = (change: StatusChange) => {
      changes.push({ ...change, orderId });
      if (change.status === 'COMPLETED') changes.end();
    };
    const onOver = () => {
      this.activeSubscriptions -= 1;
      this.changes.off('change', tell);
    };
    const changes = new EventQueue<StatusChange & { orderId: string }>({ limit: 10_000, onOverflow: onOver, onOver });
    for (const change of this.history.slice(afterSequence)) changes.push({ ...change, orderId });
    this.activeSubscriptions += 1;
    this.changes.on('change', tell);
    return changes;
  }
}

function order(id: string) {
  return { __typename: 'Order', id, number: `SO-${id}`, margin: 7, variant: { id: `v${id}` } };
}
