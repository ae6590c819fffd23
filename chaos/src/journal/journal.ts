import { type FileHandle, open } from 'node:fs/promises';
import type { AnswerEntry, IdentityEntry, JournalEntry, RequestEntry, WatchEntry } from './entry.js';

type Undated<Entry> = Omit<Entry, 'kind' | 'at'>;

/**
 * Everything that people asked of the shop and were told, in one file. An entry is on the disk before its writer goes
 * on: what came after a request's entry may have been sent, what did not get that far was not. Entries that come while
 * the disk is busy share the next sync.
 */
export class Journal {
  private lastRequest = 0;
  private waiting: string[] = [];
  private nextSync: Promise<void> | undefined;
  private underWay: Promise<void> = Promise.resolve();

  private constructor(private readonly file: FileHandle) {}

  /** @throws {Error} when there is such a file already: a run has a journal of its own. */
  static async create(path: string): Promise<Journal> {
    return new Journal(await open(path, 'ax'));
  }

  /** Resolves with the request's number when it may be sent. */
  async request(request: Omit<Undated<RequestEntry>, 'id'>): Promise<number> {
    this.lastRequest += 1;
    const id = this.lastRequest;
    await this.append({ kind: 'request', at: Date.now(), id, ...request });
    return id;
  }

  answer(answer: Undated<AnswerEntry>): Promise<void> {
    return this.append({ kind: 'answer', at: Date.now(), ...answer });
  }

  watch(step: Undated<WatchEntry>): Promise<void> {
    return this.append({ kind: 'watch', at: Date.now(), ...step });
  }

  identity(identity: Undated<IdentityEntry>): Promise<void> {
    return this.append({ kind: 'identity', at: Date.now(), ...identity });
  }

  async close(): Promise<void> {
    await this.nextSync;
    await this.underWay;
    await this.file.close();
  }

  private append(entry: JournalEntry): Promise<void> {
    this.waiting.push(`${JSON.stringify(entry)}\n`);
    this.nextSync ??= this.syncAfter(this.underWay);
    return this.nextSync;
  }

  private async syncAfter(earlier: Promise<void>): Promise<void> {
    await earlier;
    const lines = this.waiting.join('');
    this.waiting = [];
    const written = this.write(lines);
    this.underWay = written;
    this.nextSync = undefined;
    await written;
  }

  private async write(lines: string): Promise<void> {
    await this.file.appendFile(lines);
    await this.file.datasync();
  }
}
