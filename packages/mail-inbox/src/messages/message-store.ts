import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Message, type MessageSummary, summaryOf } from './message.js';

const rawExtension = '.eml';
const extension = '.json';

/** Messages on disk, the newest ones only, and their summaries in memory. */
export class MessageStore {
  private summaries: MessageSummary[] = [];
  private count = 0;

  private constructor(
    private readonly directory: string,
    private readonly limit: number,
  ) {}

  static open(directory: string, limit: number): MessageStore {
    mkdirSync(directory, { recursive: true });
    const store = new MessageStore(directory, limit);
    const ids = readdirSync(directory)
      .filter((name) => name.endsWith(extension))
      .map((name) => name.slice(0, -extension.length));
    store.summaries = ids.sort().map((id) => summaryOf(store.read(id)));
    return store;
  }

  /** Newest first; with an address or a part of one, only what was sent there. */
  list({ to = '', limit = this.limit }: { to?: string; limit?: number } = {}): MessageSummary[] {
    return this.summaries
      .filter((summary) => isTo(summary, to))
      .slice(-limit)
      .reverse();
  }

  find(id: string): Message | undefined {
    return this.summaries.some((summary) => summary.id === id) ? this.read(id) : undefined;
  }

  /** The message as it came over the wire. */
  findRaw(id: string): Buffer | undefined {
    return this.find(id) && readFileSync(this.file(id, rawExtension));
  }

  /** Keeps a message, and lets the oldest go when there are too many. */
  add(content: Omit<Message, 'id' | 'receivedAt'>, raw: Buffer, now: Date): Message {
    const message = { ...content, id: this.nextId(now), receivedAt: now.toISOString() };
    writeFileSync(this.file(message.id, rawExtension), raw);
    const draft = this.file(message.id, '.draft');
    writeFileSync(draft, JSON.stringify(message));
    renameSync(draft, this.file(message.id, extension));
    this.summaries.push(summaryOf(message));
    while (this.summaries.length > this.limit) this.remove(this.summaries[0]!.id);
    return message;
  }

  /** Removes everything, or what was sent to an address, and says how many that were. */
  clear(to = ''): number {
    const found = this.list({ to });
    for (const { id } of found) this.remove(id);
    return found.length;
  }

  private remove(id: string): void {
    this.summaries = this.summaries.filter((summary) => summary.id !== id);
    for (const kind of [extension, rawExtension]) rmSync(this.file(id, kind), { force: true });
  }

  private read(id: string): Message {
    return JSON.parse(readFileSync(this.file(id, extension), 'utf8')) as Message;
  }

  private file(id: string, kind: string): string {
    return join(this.directory, `${id}${kind}`);
  }

  /** Ids sort by the time of arrival, also within one millisecond. */
  private nextId(now: Date): string {
    this.count += 1;
    const time = now.getTime().toString(36).padStart(9, '0');
    const order = (this.count % 36 ** 4).toString(36).padStart(4, '0');
    return `${time}${order}${randomBytes(4).toString('hex')}`;
  }
}

function isTo(summary: MessageSummary, part: string): boolean {
  return summary.to.some((address) => address.toLowerCase().includes(part.trim().toLowerCase()));
}
