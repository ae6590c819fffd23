import { type Ask, createAsk, startAnswering } from '@souk/kit/asking';
import { connectNats, type NatsConnection, OutboxMessageSchema, OutboxSubscriber } from '@souk/kit/messaging';
import { createLogger } from '@souk/kit/observability';
import { createOrm, type EntityManager, inTransaction, type Orm } from '@souk/kit/persistence';
import type { Worker, WorkerContext } from '@souk/kit/server';
import { createTestDatabase, startTestNats } from '@souk/kit/testing';
import { migrations } from '../migrations/migrations.js';
import { Message } from '../src/domain/message.js';
import type { MessageContent } from '../src/domain/message-content.js';
import { publishMessageEvent } from '../src/events/publish-message-event.js';
import type { Desk } from '../src/mail/desk.js';
import { SmtpMailer } from '../src/mail/smtp-mailer.js';
import { Storefront } from '../src/mail/storefront.js';
import { schemas } from '../src/persistence/schemas.js';
import { writeMessage } from '../src/use-cases/write-message.js';
import { sendMessages } from '../src/workers/send-messages.js';
import { TestInbox } from './start-test-inbox.js';
import { TestShop } from './test-shop.js';

const logger = createLogger('test', 'silent');

interface Parts {
  orm: Orm;
  nats: NatsConnection;
  inbox: TestInbox;
  stopServers: () => Promise<unknown>;
}

/** The worker that sends messages, driven by hand: real database, broker and mail server, but no clockwork. */
export class TestPost {
  readonly shop = new TestShop();
  readonly inbox: TestInbox;
  readonly mailer: SmtpMailer;
  private readonly ask: Ask;
  private readonly worker: Worker;
  /** Makes the subgraphs around fall silent. */
  silence!: () => Promise<void>;

  private constructor(private readonly parts: Parts) {
    this.inbox = parts.inbox;
    this.ask = createAsk(parts.nats);
    this.mailer = new SmtpMailer(parts.inbox.smtpUrl, 'Souk <shop@souk.example>');
    this.worker = sendMessages({ ...this.desk, mailer: this.mailer });
    this.speak();
  }

  static async start(): Promise<TestPost> {
    const [database, broker, inbox] = await Promise.all([
      createTestDatabase('notifications', migrations),
      startTestNats(),
      TestInbox.start(),
    ]);
    const subscribers = [new OutboxSubscriber([[Message, publishMessageEvent]])];
    const entities = [...schemas, OutboxMessageSchema];
    const orm = await createOrm({ databaseUrl: database.url, schemas: entities, subscribers, logger });
    const nats = await connectNats(broker.url, 'test', logger);
    return new TestPost({
      orm,
      nats,
      inbox,
      stopServers: () => Promise.all([broker.stop(), inbox.stop(), database.drop()]),
    });
  }

  async stop(): Promise<void> {
    this.mailer.close();
    await this.silence();
    await this.parts.nats.drain();
    await this.parts.orm.close();
    await this.parts.stopServers();
  }

  /** Makes the subgraphs around answer again. */
  speak(): void {
    const context = () => ({ em: this.em, now: () => new Date(), ask: this.ask, logger });
    this.silence = startAnswering(this.parts.nats, this.shop.answers, { context, logger });
  }

  get em(): EntityManager {
    return this.parts.orm.em.fork();
  }

  get desk(): Desk {
    return { ask: this.ask, storefront: new Storefront('https://shop.example'), staffEmail: 'staff@souk.example' };
  }

  /** One round of the worker. */
  round(worker = this.worker): Promise<boolean> {
    const context: WorkerContext = { em: this.em, now: () => new Date(), ask: this.ask, logger };
    return worker.run(context);
  }

  async write(content: MessageContent, subjectKey: string): Promise<Message> {
    await inTransaction(this.em, (em) => writeMessage(em, { content, subjectKey, recipientId: null }));
    return this.em.findOneOrFail(Message, { dedupeKey: `${content.template}:${subjectKey}` });
  }

  read(id: string): Promise<Message> {
    return this.em.findOneOrFail(Message, { id });
  }

  /** Leaves nothing to be sent, and no fault, for the next test. */
  async tidyUp(): Promise<void> {
    await this.em.execute(
      `update message set status = 'FAILED', next_try_at = null where status not in ('SENT', 'FAILED')`,
    );
    await this.inbox.change({ rejectNext: 0, rejectCode: 451, latencyMs: 0 });
  }

  /** Lets so much time pass for a message that it is due: a pause is over, or a lease. */
  async passTime(id: string): Promise<void> {
    await this.em.execute('update message set next_try_at = now() where id = ?', [id]);
  }
}
