import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { FaultConfig } from './config.js';
import { type FaultAction, type FaultOrder, readFaultOrder } from './fault-order.js';
import type { FaultPoint } from './fault-points.js';

/** Carries out what the harness orders by a file, once for each order, and writes it down before anything happens. */
export class FaultSwitch {
  private orderText = '';
  private order: FaultOrder | null = null;
  private passes = 0;

  constructor(private readonly config: FaultConfig) {}

  /** Somebody comes by a point. @throws {Error} when the order says so. */
  async pass(point: FaultPoint): Promise<void> {
    this.readOrder();
    if (this.order?.point !== point) return;
    this.passes += 1;
    if (this.passes < this.order.pass) return;
    const { action } = this.order;
    this.tell(point, action);
    await act(point, action);
  }

  private readOrder(): void {
    const text = readFileSync(this.config.orderFile, 'utf8');
    if (text === this.orderText) return;
    this.orderText = text;
    this.order = readFaultOrder(text);
    this.passes = 0;
  }

  /** The order is taken away first: the next process must not find it again. */
  private tell(point: FaultPoint, { kind }: FaultAction): void {
    writeFileSync(this.config.orderFile, '');
    const hit = { point, action: kind, pid: process.pid, at: Date.now() };
    appendFileSync(this.config.hitsFile, `${JSON.stringify(hit)}\n`);
  }
}

async function act(point: FaultPoint, action: FaultAction): Promise<void> {
  switch (action.kind) {
    case 'exit':
      // Not process.exit: nothing may be tidied up on the way.
      process.kill(process.pid, 'SIGKILL');
      return;
    case 'stall':
      await delay(action.ms);
      return;
    case 'throw':
      throw new Error(`The fault point ${point} fails as it was told.`);
  }
}
