import type { Connection } from './connection.js';

const beatEveryMs = 250;
const slotCount = 120;

/** Pings every connection once in 30 seconds, by one timer for all of them, and not all at the same moment. */
export class Heartbeat {
  private readonly slots = Array.from({ length: slotCount }, () => new Set<Connection>());
  private readonly timer = setInterval(() => this.beat(), beatEveryMs);
  private nextSlot = 0;
  private nextBeat = 0;

  /** Returns a function that ends it for this connection. */
  add(connection: Connection): () => void {
    const slot = this.slots[this.nextSlot];
    this.nextSlot = (this.nextSlot + 1) % slotCount;
    slot?.add(connection);
    return () => slot?.delete(connection);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private beat(): void {
    for (const connection of this.slots[this.nextBeat] ?? []) connection.ping();
    this.nextBeat = (this.nextBeat + 1) % slotCount;
  }
}
