import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport, type SendMailOptions, type SentMessageInfo } from 'nodemailer';
import { pino } from 'pino';
import { type App, createApp } from '../src/app.js';
import type { Message, MessageSummary } from '../src/messages/message.js';

/** An inbox in this process, with a folder of its own. */
export class RunningInbox {
  private app: App | undefined;
  private server: Server | undefined;
  private readonly stateDirectory = mkdtempSync(join(tmpdir(), 'mail-inbox-'));

  static async start(): Promise<RunningInbox> {
    const inbox = new RunningInbox();
    await inbox.listen();
    return inbox;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}`;
  }

  get smtpPort(): number {
    return (this.app!.smtp.server.address() as AddressInfo).port;
  }

  send(mail: SendMailOptions): Promise<SentMessageInfo> {
    const transport = createTransport({ host: '127.0.0.1', port: this.smtpPort });
    return transport.sendMail({ from: 'Shop <shop@example.com>', to: 'one@example.com', ...mail });
  }

  get(path: string): Promise<Response> {
    return fetch(this.url + path);
  }

  async list(query = ''): Promise<MessageSummary[]> {
    const { messages } = (await (await this.get(`/api/messages${query}`)).json()) as { messages: MessageSummary[] };
    return messages;
  }

  /** The newest message, whole. */
  async newest(): Promise<Message> {
    const [summary] = await this.list('?limit=1');
    return (await (await this.get(`/api/messages/${summary?.id}`)).json()) as Message;
  }

  async page(path: string): Promise<string> {
    return (await this.get(path)).text();
  }

  async change(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(this.url + path, { method, headers, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, unknown>;
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
    const { stateDirectory } = this;
    const config = { logLevel: 'silent', host: '127.0.0.1', port: 0, smtpPort: 0, stateDirectory, keptMessages: 1_000 };
    this.app = createApp({ config, logger: pino({ level: 'silent' }) });
    this.app.smtp.listen(0, '127.0.0.1');
    this.server = createServer(this.app.handler).listen(0, '127.0.0.1');
    await Promise.all([once(this.app.smtp.server, 'listening'), once(this.server, 'listening')]);
  }

  private async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    this.server?.closeAllConnections();
    await Promise.all([closed, new Promise<void>((resolve) => this.app?.smtp.close(resolve))]);
  }
}
