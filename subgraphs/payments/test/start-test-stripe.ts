import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@souk/kit/observability';
import { createApp } from '@souk/stripe-emulator/app';
import type { PaymentsConfig } from '../src/config.js';

export const webhookSecret = 'whsec_0123456789abcdef';
const secretKey = 'sk_test_0123456789';

/** What the emulator knows of an intent's money. */
export interface StripeLedgerEntry {
  paymentIntent: string;
  status: string;
  currency: string;
  metadata: Record<string, string>;
  declines: number;
  authorized: number;
  captured: number;
  released: number;
  refunded: number;
}

export interface TestStripe {
  config: Pick<PaymentsConfig, 'STRIPE_API_URL' | 'STRIPE_SECRET_KEY' | 'STRIPE_WEBHOOK_SECRET'>;
  url: string;
  /** Makes things go wrong until {@link heal}. */
  break(faults: Record<string, unknown>): Promise<void>;
  heal(): Promise<void>;
  /** What Stripe holds to be true of an order's money: one entry for each PaymentIntent. */
  ledgerOf(orderId: string): Promise<StripeLedgerEntry[]>;
  totals(): Promise<Record<string, { authorized: number; captured: number; released: number; refunded: number }>>;
  /** What the cardholder says to their bank. */
  authenticate(intent: string, outcome: 'complete' | 'fail'): Promise<void>;
  /** Sends an event once more. */
  resend(eventId: string): Promise<void>;
  /** Asks Stripe's own API, past payments. */
  api<Answer>(method: string, path: string, form?: Record<string, string>): Promise<Answer>;
  stop(): Promise<void>;
}

/** An emulated Stripe in this process, which posts its events to `webhookUrl`. */
export async function startTestStripe(webhookUrl: string): Promise<TestStripe> {
  const stateDirectory = await mkdtemp(join(tmpdir(), 'souk-test-stripe-'));
  const webhook = { url: webhookUrl, secret: webhookSecret, retryMs: 100 };
  const config = { logLevel: 'silent', host: '127.0.0.1', port: 0, stateDirectory, secretKey, webhook };
  const app = createApp({ config, logger: createLogger('stripe-emulator', 'silent') });
  const server = createServer(app.handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = askerOf(`${url}/_emulator`);
  return {
    config: { STRIPE_API_URL: url, STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: [webhookSecret] },
    url,
    break: async (faults) => void (await ask('POST', '/faults', faults)),
    heal: async () => void (await ask('DELETE', '/faults')),
    ledgerOf: async (orderId) => {
      const { intents } = await ask<{ intents: StripeLedgerEntry[] }>('GET', '/ledger');
      return intents.filter(({ metadata }) => metadata['orderId'] === orderId);
    },
    totals: async () => (await ask<{ totals: Awaited<ReturnType<TestStripe['totals']>> }>('GET', '/ledger')).totals,
    authenticate: async (intent, outcome) =>
      void (await ask('POST', `/payment_intents/${intent}/authentication`, { outcome })),
    resend: async (eventId) => void (await ask('POST', `/events/${eventId}/resend`)),
    api: (method, path, form) => askApi(`${url}/v1${path}`, method, form),
    stop: async () => {
      await close(server);
      await app.close();
      await rm(stateDirectory, { recursive: true });
    },
  };
}

function askerOf(base: string) {
  return async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${base}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
}

async function askApi<Answer>(url: string, method: string, form: Record<string, string> = {}): Promise<Answer> {
  const headers = { authorization: `Bearer ${secretKey}`, 'content-type': 'application/x-www-form-urlencoded' };
  const body = method === 'POST' ? { body: new URLSearchParams(form).toString() } : {};
  const response = await fetch(url, { method, headers, ...body });
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
