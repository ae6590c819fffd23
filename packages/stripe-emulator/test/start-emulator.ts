import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import Stripe from 'stripe';
import { type App, createApp } from '../src/app.js';
import type { Config } from '../src/config.js';

export const secretKey = 'sk_test_0123456789';

/** An emulator in this process, with a folder of its own, spoken to through the official SDK. */
export class RunningEmulator {
  private app: App | undefined;
  private server: Server | undefined;
  private readonly stateDirectory = mkdtempSync(join(tmpdir(), 'stripe-emulator-'));

  private constructor(
    private readonly options: Partial<Config>,
    private readonly now: () => Date,
  ) {}

  static async start(options: Partial<Config> = {}, now: () => Date = () => new Date()): Promise<RunningEmulator> {
    const emulator = new RunningEmulator(options, now);
    await emulator.listen();
    return emulator;
  }

  get port(): number {
    return (this.server!.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get stripe(): Stripe {
    return stripeAt(this.port);
  }

  /** What a killed process and its successor amount to: nothing is closed in between but the socket. */
  async restart(): Promise<void> {
    await this.stopListening();
    await this.app?.close();
    await this.listen();
  }

  async stop(): Promise<void> {
    await this.stopListening();
    await this.app?.close();
    rmSync(this.stateDirectory, { recursive: true });
  }

  /** Asks one of the emulator's own routes. */
  async ask<Answer = Record<string, unknown>>(method: string, path: string, body?: object): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${this.url}/_emulator${path}`, { method, headers, body: JSON.stringify(body) });
    return (await response.json()) as Answer;
  }

  private async listen(): Promise<void> {
    const { stateDirectory } = this;
    const config = { logLevel: 'silent', host: '127.0.0.1', port: 0, stateDirectory, secretKey, ...this.options };
    this.app = createApp({ config, logger: pino({ level: 'silent' }), now: this.now });
    this.server = createServer(this.app.handler);
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
  }

  private async stopListening(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    this.server?.closeAllConnections();
    await closed;
  }
}

export function stripeAt(port: number, key = secretKey): Stripe {
  return new Stripe(key, { host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 0, telemetry: false });
}
