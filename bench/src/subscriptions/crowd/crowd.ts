import { setTimeout as delay } from 'node:timers/promises';
import { summarize } from '../../measure/percentiles.js';
import type { CrowdQuestion, Heard } from './crowd-question.js';
import { Socket } from './socket.js';

interface Client {
  socket: Socket;
  isAcknowledged: boolean;
  /** Of what it watches now. */
  operationId: string;
  lastSequence: number;
}

const connectingAtATime = 100;
const watchingAtATime = 500;
const patienceMs = 120_000;
/** When nothing comes for so long, nothing will. */
const silenceMs = 5_000;

/** Many clients in one process. They tell how long it took from each commit to each of them. */
export class Crowd {
  private readonly clients: Client[] = [];
  private watching = 0;
  private deliveries = 0;
  private wrong = 0;
  private lastDeliveryAt = 0;
  private problem: string | undefined;
  private latencies: number[] = [];
  private lastOfCommit = new Map<string, number>();

  async answer(question: CrowdQuestion): Promise<Heard> {
    switch (question.kind) {
      case 'connect':
        await this.connect(new URL(question.url), question.count);
        break;
      case 'watch':
        await this.watch(question.query, question.orderIds);
        break;
      case 'sleep':
        for (const [index, { socket }] of this.clients.entries()) socket.readWhen(index >= question.count);
        break;
      case 'forget':
        this.forget();
        break;
      case 'hear':
        await this.until(() => this.deliveries >= question.deliveries || this.isSilent());
        break;
    }
    return {
      connected: this.clients.filter(({ socket }) => socket.isOpen).length,
      deliveries: this.deliveries,
      wrong: this.wrong,
      each: summarize(this.latencies),
      last: summarize([...this.lastOfCommit.values()]),
    };
  }

  private async connect(url: URL, count: number): Promise<void> {
    for (let done = 0; done < count; done += connectingAtATime) {
      const size = Math.min(connectingAtATime, count - done);
      const clients = await Promise.all(Array.from({ length: size }, () => this.open(url)));
      this.clients.push(...clients);
      await this.until(() => clients.every(({ isAcknowledged }) => isAcknowledged));
    }
  }

  private async open(url: URL): Promise<Client> {
    const client = { isAcknowledged: false, operationId: '', lastSequence: 0 } as Client;
    client.socket = await Socket.open(url, (text) => this.take(client, text));
    client.socket.send({ type: 'connection_init' });
    return client;
  }

  private async watch(query: string, orderIds: string[]): Promise<void> {
    this.watching += 1;
    for (let done = 0; done < this.clients.length; done += watchingAtATime) {
      const clients = this.clients.slice(done, done + watchingAtATime);
      for (const [index, client] of clients.entries()) {
        if (client.operationId) client.socket.send({ id: client.operationId, type: 'complete' });
        client.operationId = `watch-${this.watching}-${done + index}`;
        client.lastSequence = 0;
        const variables = { orderId: orderIds[(done + index) % orderIds.length] };
        client.socket.send({ id: client.operationId, type: 'subscribe', payload: { query, variables } });
      }
      await this.until(() => clients.every(({ lastSequence }) => lastSequence > 0));
    }
  }

  private forget(): void {
    this.deliveries = 0;
    this.wrong = 0;
    this.latencies = [];
    this.lastOfCommit = new Map();
    this.lastDeliveryAt = Date.now();
  }

  /** @throws {Error} when that takes too long, or a client is told an error. */
  private async until(isSo: () => boolean): Promise<void> {
    const deadline = performance.now() + patienceMs;
    while (!isSo()) {
      if (this.problem) throw new Error(`A client was told ${this.problem.slice(0, 500)}`);
      if (performance.now() > deadline) throw new Error('Clients have waited too long.');
      await delay(20);
    }
  }

  private isSilent(): boolean {
    return Date.now() - this.lastDeliveryAt > silenceMs;
  }

  /** Searches the text instead of parsing it, to leave the processor to the router. */
  private take(client: Client, bytes: Buffer): void {
    const text = bytes.toString('latin1');
    if (text.includes('"type":"connection_ack"')) client.isAcknowledged = true;
    if (text.includes('"type":"error"') || text.includes('"errors":')) this.problem ??= text;
    if (!text.includes(client.operationId) || !text.includes('"type":"next"')) return;
    const sequence = Number(after(text, '"sequence":', ','));
    const committedAt = Date.parse(after(text, '"occurredAt":"', '"'));
    const latency = performance.timeOrigin + performance.now() - committedAt;
    if (sequence !== client.lastSequence + 1) this.wrong += 1;
    client.lastSequence = sequence;
    this.deliveries += 1;
    this.lastDeliveryAt = Date.now();
    this.latencies.push(latency);
    this.lastOfCommit.set(`${after(text, '"id":"', '"', '"order":')} ${sequence}`, latency);
  }
}

/** What stands between the two, the first time after `from`. @throws {Error} when it does not. */
function after(text: string, start: string, end: string, from = ''): string {
  const begin = text.indexOf(start, from === '' ? 0 : text.indexOf(from));
  const stop = text.indexOf(end, begin + start.length);
  if (begin < 0 || stop < 0) throw new Error(`Something else was told than was asked for: ${text.slice(0, 500)}`);
  return text.slice(begin + start.length, stop);
}
