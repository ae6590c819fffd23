import { connect, type NatsConnection } from 'nats';
import { startTestRouterWith, type TestRouter } from './start-test-router.js';
import { FedOrders } from './subgraphs/fed-orders.js';

/** A router whose orders tell of themselves over NATS. */
export interface FedRouter {
  graph: TestRouter<FedOrders>;
  /** Where orders publish. */
  nats: NatsConnection;
  /** Stops the router that is there by then, too. */
  stop(): Promise<void>;
}

export async function startFedRouter(): Promise<FedRouter> {
  const graph = await startTestRouterWith(new FedOrders());
  const nats = await connect({ servers: graph.nats.url, maxReconnectAttempts: -1, reconnectTimeWait: 50 });
  const stop = async () => {
    await nats.close();
    await graph.router.stop();
    await graph.stop();
  };
  return { graph, nats, stop };
}
