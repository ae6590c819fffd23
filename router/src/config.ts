import { jwkVariable, processConfig, readConfig } from '@souk/kit/config';
import { limits } from '@souk/operations/limits';
import { z } from 'zod';

const privateKeyVariable = jwkVariable.refine((key) => key.d !== undefined, 'not a private key');

const urlsByName = z.string().transform((text, context) => {
  try {
    return z.record(z.string(), z.url()).parse(JSON.parse(text));
  } catch {
    context.addIssue({ code: 'custom', message: 'not a JSON object of names and URLs' });
    return z.NEVER;
  }
});

const commaList = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

const countVariable = z.coerce.number().int().positive();

export const routerConfig = processConfig.extend({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  NATS_URL: z.url(),
  /** Where the subgraphs really are; the supergraph's own addresses serve the others. */
  SUBGRAPH_URLS: urlsByName.default({}),
  /** The file of the composed supergraph; by default the one in the repository. */
  SUPERGRAPH_PATH: z.string().optional(),
  /** What clients are known to send, a folder or a file; by default what the repository knows. */
  OPERATIONS_PATH: z.string().optional(),
  /** Whether operations that no client is known to send are executed, executed and logged, or refused. */
  SAFELIST: z.enum(['off', 'log', 'enforce']).default('off'),
  /** The clients that SAFELIST is about, by the names that they give themselves; by default all. */
  SAFELIST_CLIENTS: commaList.default([]),
  SUBGRAPH_TIMEOUT_MS: countVariable.default(5_000),
  /** For a query or mutation as a whole. */
  OPERATION_TIMEOUT_MS: countVariable.default(10_000),
  /** Where `/metrics` is served, for those who watch the router and nobody else; not at all by default. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  ASSERTION_PRIVATE_KEY: privateKeyVariable,
  JWKS_URL: z.url(),
  PAYMENTS_WEBHOOK_URL: z.url(),
  /** Origins beside our own whose pages may call the API. */
  CORS_ORIGINS: commaList.default([]),
  /** How many proxies of ours every request passes: 0 when clients reach the router themselves. */
  PROXIES: z.coerce.number().int().min(0).default(0),
  /** Where routers count together what callers do; without it each counts for itself. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** Stands before every key, so that several shops can share one server. */
  REDIS_PREFIX: z.string().default('souk:'),
  /** What one operation may cost. */
  COST_LIMIT: z.coerce.number().int().positive().default(limits.cost),
  /** Whether answers are kept, as far as the hints of the supergraph allow it. */
  RESPONSE_CACHE: z.enum(['on', 'off']).default('on'),
  /** Every rate limit is so many times the ordinary one: for development and load tests. */
  RATE_LIMIT_FACTOR: countVariable.default(1),
  /** Open at the same time, of all clients and of one address; with proxies before us all are theirs, and are not told apart. */
  CONNECTIONS: countVariable.default(20_000),
  CONNECTIONS_PER_ADDRESS: countVariable.default(1_000),
  SOCKETS_PER_USER: countVariable.default(5),
  SUBSCRIPTIONS_PER_USER: countVariable.default(20),
  /** For all together who come from one address and bear no token. */
  SOCKETS_PER_ADDRESS: countVariable.default(50),
  SUBSCRIPTIONS_PER_ADDRESS: countVariable.default(200),
  /** Whether to serve the GraphiQL page; by default everywhere but in production. */
  GRAPHIQL: z.enum(['on', 'off']).optional(),
});

export type RouterConfig = z.infer<typeof routerConfig>;

export function readRouterConfig(): RouterConfig {
  return readConfig(routerConfig, process.env);
}

/** The gateway reports to its vendor unless this variable forbids it. */
export function disableVendorTelemetry(): void {
  process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
}
