import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { createLogger } from '@souk/kit/observability';
import { startTestNats, type TestNats } from '@souk/kit/testing';
import { parse } from 'graphql';
import { exportJWK, generateKeyPair } from 'jose';
import { type RunningRouter, startRouter } from '../src/app.js';
import { type RouterConfig, routerConfig } from '../src/config.js';
import { type FixtureAccounts, startFixtureAccounts } from './fixture-accounts.js';
import { type FixtureDefinition, FixtureSubgraph } from './fixture-subgraph.js';
import { catalog } from './subgraphs/catalog.js';
import { FixtureOrders } from './subgraphs/orders.js';
import { shipping } from './subgraphs/shipping.js';

export interface TestRouter<Orders = FixtureOrders> {
  router: RunningRouter;
  config: RouterConfig;
  accounts: FixtureAccounts;
  nats: TestNats;
  orders: Orders;
  subgraphs: Record<'orders' | 'catalog' | 'shipping', FixtureSubgraph>;
  stop(): Promise<void>;
}

/** The router in front of three small subgraphs, a JWKS and a NATS server of its own. */
export function startTestRouter(environment: Record<string, string> = {}): Promise<TestRouter> {
  return startTestRouterWith(new FixtureOrders(), environment);
}

/** The same with other orders. */
export async function startTestRouterWith<Orders extends { definition: FixtureDefinition }>(
  orders: Orders,
  environment: Record<string, string> = {},
): Promise<TestRouter<Orders>> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const key = await exportJWK(publicKey);
  const definitions = { orders: orders.definition, catalog, shipping };
  const [startedNats, accounts, ...started] = await Promise.all([
    startTestNats(),
    startFixtureAccounts(),
    ...Object.values(definitions).map((definition) => FixtureSubgraph.start(definition, key)),
  ]);
  const subgraphs = Object.fromEntries(Object.keys(definitions).map((name, index) => [name, started[index]]));
  const folder = await mkdtemp(join(tmpdir(), 'souk-test-router-'));
  await writeFile(join(folder, 'supergraph.graphql'), compose(Object.values(definitions)));
  const config = routerConfig.parse({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    PORT: '0',
    NATS_URL: startedNats.url,
    JWKS_URL: accounts.jwksUrl,
    PAYMENTS_WEBHOOK_URL: 'http://127.0.0.1:1',
    RATE_LIMIT_FACTOR: '1000',
    SUBGRAPH_URLS: JSON.stringify(Object.fromEntries(Object.entries(subgraphs).map(([name, s]) => [name, s?.url]))),
    SUPERGRAPH_PATH: join(folder, 'supergraph.graphql'),
    ASSERTION_PRIVATE_KEY: JSON.stringify(await exportJWK(privateKey)),
    ...environment,
  });
  const router = stoppedOnce(await startRouter(config, createLogger('router', config.LOG_LEVEL)));
  const nats = stoppedOnce(startedNats);
  const stop = async () => {
    await router.stop();
    await Promise.all([accounts.stop(), ...started.map((subgraph) => subgraph.stop())]);
    await nats.stop();
    await rm(folder, { recursive: true });
  };
  return { router, config, accounts, nats, orders, subgraphs: subgraphs as TestRouter['subgraphs'], stop };
}

/** A test may stop a part before the end does. */
function stoppedOnce<Part extends { stop(): Promise<void> }>(part: Part): Part {
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= part.stop();
    return stopped;
  };
  return { ...part, stop };
}

function compose(definitions: { name: string; typeDefs: string }[]): string {
  const services = definitions.map(({ name, typeDefs }) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    typeDefs: parse(typeDefs),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new AggregateError(errors ?? []);
  return supergraphSdl;
}
