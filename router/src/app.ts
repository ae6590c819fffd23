import { createAssertionSigner } from '@souk/kit/identity';
import { connectNats } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import { createHealth, type RunningProcess } from '@souk/kit/server';
import type { RouterConfig } from './config.js';
import { createFront, type FrontParts } from './front/front.js';
import { followFiles } from './generations/follow-files.js';
import { Generation } from './generations/generation.js';
import { GenerationSource } from './generations/generation-source.js';
import { Generations } from './generations/generations.js';
import { ConnectionLimit } from './http/connection-limit.js';
import { createHttpServer } from './http/create-http-server.js';
import { createOthers, type OtherParts } from './http/create-others.js';
import { closeServer, listen } from './http/listen.js';
import { createOriginCheck } from './http/origins.js';
import { securityHeadersOf } from './http/security-headers.js';
import { createAssertions } from './identity/assertions.js';
import { openIdentity } from './identity/open-identity.js';
import { openLimits } from './limits/open-limits.js';
import { openObservation } from './metrics/open-observation.js';
import { type OperationNeeds, type OperationParts, openOperations } from './operations/open-operations.js';
import { serveSockets } from './sockets/serve-sockets.js';
import { type Graph, loadSupergraph, ownSupergraphPath, policiesPath } from './supergraph/load-supergraph.js';

export interface RunningRouter extends RunningProcess {
  /** Where it listens. */
  url: string;
  /** Where its metrics are read; undefined when they are not served. */
  metricsUrl: string | undefined;
}

/** Brings the router up. `stop` takes it down in the reverse order. */
export async function startRouter(config: RouterConfig, logger: Logger): Promise<RunningRouter> {
  const supergraphPath = config.SUPERGRAPH_PATH ?? ownSupergraphPath();
  await loadSupergraph(supergraphPath);
  const { metricsUrl, close: endObservation, ...observation } = await openObservation(config, logger);
  const assertionFor = createAssertions(await createAssertionSigner(config.ASSERTION_PRIVATE_KEY));
  const nats = await connectNats(config.NATS_URL, 'router', logger);
  const identity = await openIdentity(config, nats, logger);
  const limits = openLimits(config, logger);
  const health = createHealth('router', { nats: () => nats.rtt() });
  const isAllowedOrigin = createOriginCheck(config.CORS_ORIGINS);
  const securityHeaders = securityHeadersOf(config.NODE_ENV === 'production');
  const own = { ...identity, ...observation, limits, assertionFor, nats, health, logger };
  const parts = { ...own, isAllowedOrigin, securityHeaders };
  const source = new GenerationSource(supergraphPath, (graph) => openGeneration(config, graph, parts), logger);
  const generations = await Generations.start(source, logger);
  const connectionLimit = new ConnectionLimit(parts);
  const http = createHttpServer({ config, connectionLimit, ...parts }, generations.listener);
  const letSocketsGo = serveSockets({ http, connectionLimit, ...parts, runner: generations.runner });
  const url = await listen(http, config);
  health.open();
  logger.info({ url, tookMs: Math.round(performance.now()) }, 'Ready.');
  void generations.prewarm();
  const stopFollowing = followFiles([supergraphPath, policiesPath(supergraphPath)], (isDemanded) => {
    void generations.renew(isDemanded);
  });
  const stop = async () => {
    stopFollowing();
    health.drain();
    const closed = closeServer(http);
    const retired = generations.close();
    await letSocketsGo();
    await Promise.all([closed, retired]);
    await limits.close();
    await identity.close();
    await nats.close();
    await endObservation();
  };
  return { url, metricsUrl, stop };
}

type GenerationNeeds = Omit<OperationNeeds, keyof Graph> & Omit<FrontParts & OtherParts, keyof OperationParts>;

/** Opens what serves a supergraph. */
async function openGeneration(config: RouterConfig, graph: Graph, needs: GenerationNeeds): Promise<Generation> {
  const operations = await openOperations(config, { ...needs, ...graph });
  const parts = { ...needs, ...operations };
  return new Generation(operations, createFront(parts, createOthers(config, parts)));
}
