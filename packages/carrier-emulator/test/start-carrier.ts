import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp } from '../src/app.js';

export const apiKey = 'carrier-key-0123456789';

/** Whatever the carrier may answer, by the name under which a test looks for it. */
interface Body {
  id: string;
  trackingNumber: string;
  labelUrl: string;
  status: string;
  events: { status: string; at: string; location: string; description: string }[];
  services: { code: string }[];
  error: { code: string; message: string; fields: { path: string; message: string }[] };
}

export interface Answer {
  status: number;
  body: Body;
}

/** A carrier in this process, with a folder and a clock of its own. */
export class RunningCarrier {
  now = new Date('2026-11-02T10:00:00.000Z');
  private server: Server | undefined;
  private readonly stateDirectory = mkdtempSync(join(tmpdir(), 'carrier-emulator-'));

  static async start(): Promise<RunningCarrier> {
    const carrier = new RunningCarrier();
    await carrier.listen();
    return carrier;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}`;
  }

  /** Lets time pass. */
  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1_000);
  }

  async ask(method: string, path: string, body?: unknown, key = apiKey): Promise<Answer> {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const response = await fetch(`${this.url}${path}`, { method, headers, body: JSON.stringify(body) });
    return { status: response.status, body: (await response.json()) as Body };
  }

  async restart(): Promise<void> {
    await this.close();
    await this.listen();
  }

  async stop(): Promise<void> {
    await this.close();
    rmSync(this.stateDirectory, { recursive: true });
  }

  private async listen(): Promise<void> {
    const config = {
      logLevel: 'silent',
      host: '127.0.0.1',
      port: 0,
      stateDirectory: this.stateDirectory,
      apiKey,
      stepSeconds: 3,
    };
    const handler = createApp({ config, logger: pino({ level: 'silent' }), now: () => this.now });
    this.server = createServer(handler);
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
  }

  private async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    this.server?.closeAllConnections();
    await closed;
  }
}
