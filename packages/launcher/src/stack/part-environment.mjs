import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { urlFor } from '../databases/connect.mjs';
import { databaseNames, databaseOf } from '../databases/database-names.mjs';

const loopback = 'http://127.0.0.1';
const demoCompleteAfterSeconds = '10';
const demoPollSeconds = '1';
// Tests and benches are thousands of visitors, all from this machine's one address.
const developmentRateLimitFactor = '10000';

// Twelve processes share this machine: young garbage is collected early, and the heap grows slowly (in MB). Without
// this each keeps what a burst once needed, and the idle shop takes a third more memory.
const smallHeap = '--max-semi-space-size=8 --max-old-space-size=192';

// What a process may take from the person who starts it; everything else is decided here.
const inherited = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'LOG_LEVEL', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'NODE_EXTRA_CA_CERTS'];

/** What every process is told. */
export function commonEnvironment(context, port) {
  const taken = inherited.filter((name) => process.env[name]).map((name) => [name, process.env[name]]);
  return {
    ...Object.fromEntries(taken),
    NODE_ENV: 'development',
    NODE_OPTIONS: smallHeap,
    NODE_COMPILE_CACHE: path.join(checkoutFolder, '.local/cache/node'),
    APOLLO_TELEMETRY_DISABLED: 'true',
    HOST: '127.0.0.1',
    PORT: String(context.ports[port]),
  };
}

/** What every subgraph is told. */
export function subgraphEnvironment(name, { servers, secrets, seed }) {
  const { database, owner, app } = databaseOf(name);
  const passwords = secrets.databasePasswords[name];
  return {
    DATABASE_URL: urlFor(servers.postgres.url, { user: app, password: passwords.app, database }),
    DATABASE_OWNER_URL: urlFor(servers.postgres.url, { user: owner, password: passwords.owner, database }),
    NATS_URL: servers.nats.url,
    ASSERTION_PUBLIC_KEY: JSON.stringify(secrets.assertionPublicKey),
    SEED: seed,
  };
}

/** What a subgraph is told beyond that. */
export const ownEnvironment = {
  accounts: ({ secrets, seed }) => ({ SIGNING_KEY_SECRET: secrets.signingKeySecret, ...demoPasswords(secrets, seed) }),
  cart: ({ servers }) => ({ REDIS_URL: servers.redis.url }),
  orders: () => ({ COMPLETE_AFTER_SECONDS: demoCompleteAfterSeconds }),
  payments: ({ stripe, ports }) => ({
    ...(stripe.isEmulated && { STRIPE_API_URL: `${loopback}:${ports['stripe-emulator']}` }),
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    PAYMENT_RETURN_URL: `${loopback}:${ports.router}/graphql`,
  }),
  shipping: ({ secrets, ports }) => ({
    CARRIER_URL: `${loopback}:${ports['carrier-emulator']}`,
    CARRIER_API_KEY: secrets.carrierApiKey,
    TRACKING_POLL_SECONDS: demoPollSeconds,
  }),
  notifications: ({ ports }) => ({
    SMTP_URL: `smtp://127.0.0.1:${ports['mail-inbox-smtp']}`,
    MAIL_FROM: 'Souk <shop@souk.example>',
    STOREFRONT_URL: `${loopback}:${ports.router}`,
  }),
};

export function routerEnvironment({ servers, secrets, ports }) {
  const urls = databaseNames.map((name) => [name, `${loopback}:${ports[name]}/graphql`]);
  return {
    SUBGRAPH_URLS: JSON.stringify(Object.fromEntries(urls)),
    NATS_URL: servers.nats.url,
    ASSERTION_PRIVATE_KEY: JSON.stringify(secrets.assertionPrivateKey),
    JWKS_URL: `${loopback}:${ports.accounts}/.well-known/jwks.json`,
    PAYMENTS_WEBHOOK_URL: `${loopback}:${ports.payments}`,
    REDIS_URL: servers.redis.url,
    RATE_LIMIT_FACTOR: developmentRateLimitFactor,
    METRICS_PORT: String(ports['router-metrics']),
    SUPERGRAPH_PATH: path.join(checkoutFolder, 'schema/supergraph.graphql'),
  };
}

export function stripeEmulatorEnvironment({ home, secrets, ports }) {
  return {
    STATE_DIR: path.join(home.data, 'stripe-emulator'),
    STRIPE_SECRET_KEY: secrets.stripeSecretKey,
    STRIPE_WEBHOOK_SECRET: secrets.stripeWebhookSecret,
    WEBHOOK_URL: `${loopback}:${ports.router}/webhooks/stripe`,
  };
}

export function carrierEmulatorEnvironment({ home, secrets }) {
  return { STATE_DIR: path.join(home.data, 'carrier-emulator'), CARRIER_API_KEY: secrets.carrierApiKey };
}

export function mailInboxEnvironment({ home, ports }) {
  return { STATE_DIR: path.join(home.data, 'mail-inbox'), SMTP_PORT: String(ports['mail-inbox-smtp']) };
}

export function demoPasswords(secrets, seed) {
  if (seed === 'none') return {};
  return {
    DEMO_CUSTOMER_PASSWORD: secrets.demoCustomerPassword,
    DEMO_MANAGER_PASSWORD: secrets.demoManagerPassword,
    DEMO_ADMIN_PASSWORD: secrets.demoAdminPassword,
  };
}
