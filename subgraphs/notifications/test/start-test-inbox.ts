import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@souk/kit/observability';
import { type App, createApp } from '@souk/mail-inbox/app';

/** A mail as it arrived. */
export interface ReceivedMail {
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: { name: string; value: string }[];
}

const host = '127.0.0.1';

/** The mail inbox in this process: a real SMTP server that can be told to refuse, or taken away for a while. */
export class TestInbox {
  private readonly folder = mkdtempSync(join(tmpdir(), 'souk-test-inbox-'));
  private app: App | undefined;
  private pages: Server | undefined;
  private smtpPort = 0;

  static async start(): Promise<TestInbox> {
    const inbox = new TestInbox();
    await inbox.open();
    return inbox;
  }

  get smtpUrl(): string {
    return `smtp://${host}:${this.smtpPort}`;
  }

  /** Every mail to an address, oldest first. */
  async mailsTo(address: string): Promise<ReceivedMail[]> {
    const { messages } = await this.read<{ messages: { id: string }[] }>(`/api/messages?to=${address}&limit=1000`);
    return Promise.all(messages.reverse().map(({ id }) => this.read<ReceivedMail>(`/api/messages/${id}`)));
  }

  async change(faults: { rejectNext?: number; rejectCode?: number; latencyMs?: number }): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    await fetch(`${this.url}/_emulator/faults`, { method: 'POST', headers, body: JSON.stringify(faults) });
  }

  /** Opens the doors, at the same port as before. */
  async open(): Promise<void> {
    const where = { host, port: 0, smtpPort: this.smtpPort, stateDirectory: this.folder };
    const config = { logLevel: 'silent', ...where, keptMessages: 1_000 };
    this.app = createApp({ config, logger: createLogger('inbox', 'silent') });
    this.app.smtp.listen(this.smtpPort, host);
    this.pages = createServer(this.app.handler).listen(0, host);
    await Promise.all([once(this.app.smtp.server, 'listening'), once(this.pages, 'listening')]);
    this.smtpPort = (this.app.smtp.server.address() as AddressInfo).port;
  }

  /** Nobody answers until it is opened again; what arrived is kept. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.pages?.close(resolve));
    this.pages?.closeAllConnections();
    await Promise.all([closed, new Promise<void>((resolve) => this.app?.smtp.close(resolve))]);
  }

  async stop(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true });
  }

  private get url(): string {
    return `http://${host}:${(this.pages!.address() as AddressInfo).port}`;
  }

  private async read<Answer>(path: string): Promise<Answer> {
    return (await (await fetch(`${this.url}${path}`)).json()) as Answer;
  }
}
