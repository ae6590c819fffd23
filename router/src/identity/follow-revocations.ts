import { setTimeout as delay } from 'node:timers/promises';
import { ensureStream, envelopeSchema, type NatsConnection, streamOf } from '@souk/kit/messaging';
import type { Logger } from '@souk/kit/observability';
import { sessionRevokedV1 } from '@souk/schema/events/accounts';
import type { ConsumerMessages, JsMsg } from 'nats';
import { type RevokedSessions, revocationMemoryMs } from './revoked-sessions.js';

const retryMs = 500;

/** Learns which sessions were revoked: lately, when it starts, and from then on as it happens. */
export class RevocationFollower {
  private messages: ConsumerMessages | undefined;
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly nats: NatsConnection,
    private readonly revoked: RevokedSessions,
    private readonly logger: Logger,
  ) {}

  /** Resolves once everything that happened so far is known. */
  start(): Promise<void> {
    return new Promise((resolve) => {
      this.running = this.run(resolve);
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.messages?.close();
    await this.running;
  }

  private async run(onCaughtUp: () => void): Promise<void> {
    while (!this.stopping) {
      try {
        await this.follow(onCaughtUp);
      } catch (error) {
        this.logger.warn({ err: error }, 'The revoked sessions cannot be followed and will be read again.');
        await delay(retryMs);
      }
    }
  }

  private async follow(onCaughtUp: () => void): Promise<void> {
    const { owner, type } = sessionRevokedV1;
    await ensureStream(await this.nats.jetstreamManager(), owner);
    const consumer = await this.nats.jetstream().consumers.get(streamOf(owner), {
      filterSubjects: type,
      opt_start_time: new Date(Date.now() - revocationMemoryMs).toISOString(),
    });
    const { num_pending: pending } = await consumer.info();
    if (pending === 0) onCaughtUp();
    this.messages = await consumer.consume({ max_messages: 500, expires: 30_000, idle_heartbeat: 5_000 });
    for await (const message of this.messages) {
      this.take(message);
      if (message.info.pending === 0) onCaughtUp();
    }
  }

  private take(message: JsMsg): void {
    try {
      const { data, time } = envelopeSchema.parse(message.json());
      this.revoked.add(sessionRevokedV1.schema.parse(data).sessionId, new Date(time));
    } catch (error) {
      this.logger.error({ err: error, seq: message.seq }, 'A revoked session could not be read.');
    }
  }
}
