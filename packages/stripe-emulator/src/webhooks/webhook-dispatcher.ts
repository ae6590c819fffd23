import type { Logger } from 'pino';
import type { WebhookEndpoint } from '../config.js';
import { presentEvent } from '../events/present-event.js';
import type { Faults } from '../faults/faults.js';
import type { Store } from '../state/store.js';
import type { Delivery } from './delivery.js';
import { postWebhook } from './post-webhook.js';
import { ReversingBuffer } from './reversing-buffer.js';
import { SendingQueue } from './sending-queue.js';
import { signPayload } from './sign-payload.js';

const mostAttempts = 60;
const longestPause = 60 * 60_000;

interface Surroundings {
  store: Store;
  faults: Faults;
  logger: Logger;
  now: () => Date;
  /** Absent: nothing is ever sent. */
  endpoint?: WebhookEndpoint;
}

/** Posts events to the webhook endpoint until it accepts them, also across restarts. */
export class WebhookDispatcher {
  private readonly queue = new SendingQueue((id) => this.send(id));
  private readonly reversing = new ReversingBuffer((ids) => this.queue.addInOrder(ids));

  constructor(private readonly surroundings: Surroundings) {}

  /** Takes up what an earlier process left unsent. */
  resume(): void {
    const now = this.surroundings.now().getTime();
    for (const { id, dueAt } of this.surroundings.store.all('deliveries')) this.queue.addLater(id, dueAt - now);
  }

  /** Sends new events, in the way the fault switches ask for. */
  announce(ids: string[]): void {
    const { dropWebhooks, reorderWebhooks, delayWebhooksMs } = this.surroundings.faults.settings;
    for (const id of ids) {
      if (dropWebhooks) this.forget(id);
      else if (reorderWebhooks) this.reversing.add(id);
      else this.queue.addLater(id, delayWebhooksMs);
    }
  }

  /** Sends an event once more, whether or not it was accepted before. */
  resend(id: string): void {
    const delivery: Delivery = { id, attempts: 0, dueAt: this.surroundings.now().getTime() };
    this.surroundings.store.commit([{ table: 'deliveries', id, value: delivery }]);
    this.queue.addLater(id, 0);
  }

  async close(): Promise<void> {
    this.reversing.close();
    await this.queue.close();
  }

  private async send(id: string): Promise<void> {
    const { store, endpoint } = this.surroundings;
    const delivery = store.find('deliveries', id);
    if (!delivery || !endpoint) return;
    const accepted = await this.post(id, endpoint);
    if (this.queue.closed) return;
    if (accepted) this.forget(id);
    else this.postpone(delivery, endpoint.retryMs);
  }

  private async post(id: string, { url, secret }: WebhookEndpoint): Promise<boolean> {
    const { store, faults, now } = this.surroundings;
    const payload = JSON.stringify(presentEvent(store.find('events', id)!, 1), null, 2);
    const key = faults.settings.invalidSignatures ? `not-${secret}` : secret;
    const post = { url, payload, signature: signPayload(payload, key, now()), signal: this.queue.signal };
    const copies = faults.settings.duplicateWebhooks ? [post, post] : [post];
    const answers = await Promise.all(copies.map(postWebhook));
    return answers.every(Boolean);
  }

  private postpone(delivery: Delivery, retryMs: number): void {
    const attempts = delivery.attempts + 1;
    const { logger } = this.surroundings;
    logger.warn({ eventId: delivery.id, attempts }, 'the webhook endpoint did not accept an event');
    if (attempts === mostAttempts) this.forget(delivery.id);
    else this.tryAgain({ ...delivery, attempts }, retryMs);
  }

  private tryAgain(delivery: Delivery, retryMs: number): void {
    const { store, now } = this.surroundings;
    const pause = Math.min(retryMs * 2 ** (delivery.attempts - 1), longestPause);
    const later = { ...delivery, dueAt: now().getTime() + pause };
    store.commit([{ table: 'deliveries', id: delivery.id, value: later }]);
    this.queue.addLater(delivery.id, pause);
  }

  private forget(id: string): void {
    this.surroundings.store.commit([{ table: 'deliveries', id, value: null }]);
  }
}
