import type { EventSubscriber } from '@mikro-orm/core';

/** Tells when a transaction of this process has been committed. */
export class CommitSubscriber implements EventSubscriber {
  private readonly listeners: (() => void)[] = [];

  onCommit(listener: () => void): void {
    this.listeners.push(listener);
  }

  async afterTransactionCommit(): Promise<void> {
    for (const listener of this.listeners) listener();
  }
}
