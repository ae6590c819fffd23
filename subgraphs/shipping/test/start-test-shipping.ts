import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@souk/carrier-emulator/app';
import { createLogger } from '@souk/kit/observability';
import { startTestSubgraph, type TestSubgraph } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { startShipping } from '../src/app.js';

export interface TestCarrier {
  url: string;
  apiKey: string;
  /** Moves the carrier's clock on. */
  pass(ms: number): void;
  setFaults(faults: object): Promise<void>;
  /** Of every parcel that it took on under a reference, by its own books. */
  trackingNumbersOf(reference: string): Promise<string[]>;
  stop(): Promise<void>;
}

/** The carrier, emulated, with a clock that stands still until it is moved. A parcel stays a second at each stage. */
export async function startTestCarrier(): Promise<TestCarrier> {
  const [stateDirectory, apiKey] = [
    await mkdtemp(join(tmpdir(), 'souk-test-carrier-')),
    randomBytes(16).toString('hex'),
  ];
  let now = Date.now();
  const config = { logLevel: 'silent', host: '127.0.0.1', port: 0, stateDirectory, apiKey, stepSeconds: 1 };
  const server = createServer(
    createApp({ config, logger: createLogger('carrier', 'silent'), now: () => new Date(now) }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    apiKey,
    pass: (ms) => {
      now += ms;
    },
    setFaults: async (faults) => {
      const body = JSON.stringify(faults);
      await fetch(`${url}/_emulator/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    },
    trackingNumbersOf: async (reference) => {
      const files = await readdir(stateDirectory);
      const books = await Promise.all(files.map((file) => readFile(join(stateDirectory, file), 'utf8')));
      const parcels = books.map((text) => JSON.parse(text) as { reference: string; trackingNumber: string });
      return parcels.filter((parcel) => parcel.reference === reference).map(({ trackingNumber }) => trackingNumber);
    },
    stop: async () => {
      await close(server);
      await rm(stateDirectory, { recursive: true, force: true });
    },
  };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Shipping with a database, a broker and a carrier of its own. */
export function startTestShipping(carrier: TestCarrier): Promise<TestSubgraph> {
  const own = { CARRIER_URL: carrier.url, CARRIER_API_KEY: carrier.apiKey, TRACKING_POLL_SECONDS: 0.05 };
  return startTestSubgraph('shipping', migrations, (config, logger) => startShipping({ ...config, ...own }, logger));
}
