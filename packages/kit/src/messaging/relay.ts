import { setTimeout as delay } from 'node:timers/promises';
import { type JetStreamClient, type JetStreamManager } from 'nats';
import pg from 'pg';
import { faultPoint } from '../faults/index.js';
import type { Logger } from '../observability/index.js';
import type { OutboxRow } from './envelope.js';
import { publishRow } from './publish-row.js';
import { ensureStream } from './streams.js';
import { WakeUp } from './wake-up.js';

export interface RelayOptions {
  /** Owner of the events and name of the subgraph. */
  owner: string;
  databaseUrl: string;
  jetstream: JetStreamClient;
  manager: JetStreamManager;
  logger: Logger;
}

/** Notifications wake it. This is how long an event waits at most should one be lost. */
const pollMs = 1_000;
const retryMs = 500;
const batchSize = 200;

/**
 * The oldest unpublished rows, by aggregate and version. An aggregate is left out while a lower version of it is
 * unpublished outside the batch. Never a cursor: a row with a smaller id may be committed later. Sent as a prepared
 * statement, because planning it takes longer than running it.
 */
const nextBatch = `
with batch as (select * from outbox where published_at is null order by id limit ${batchSize})
select * from batch where not exists (
  select from outbox earlier
  where earlier.published_at is null
    and earlier.aggregate_type = batch.aggregate_type and earlier.aggregate_id = batch.aggregate_id
    and earlier.event_version < batch.event_version
    and earlier.id not in (select id from batch)
) order by aggregate_type, aggregate_id, event_version, id`;

const markPublished = 'update outbox set published_at = now() where id = any($1)';

/**
 * Publishes what is in the outbox, in order per aggregate. One relay per owner is active: the one that holds a session
 * advisory lock on its own direct connection. A lost connection elects anew.
 */
export class Relay {
  private readonly wakeUp = new WakeUp();
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(private readonly options: RelayOptions) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wakeUp.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.serve();
      } catch (error) {
        this.options.logger.warn({ err: error }, 'The outbox relay lost its connection and tries again.');
        await delay(retryMs);
      }
    }
  }

  private async serve(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.options.databaseUrl,
      connectionTimeoutMillis: 2_000,
      options: '-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3',
    });
    let lost: Error | undefined;
    client.on('error', (error) => {
      lost = error;
      this.wakeUp.wake();
    });
    client.on('notification', () => this.wakeUp.wake());
    try {
      await client.connect();
      while (!this.stopping && !(await electLeader(client))) await this.wakeUp.wait(retryMs);
      await ensureStream(this.options.manager, this.options.owner);
      await client.query('listen outbox');
      while (!this.stopping && !lost) {
        if ((await this.publishBatch(client)) < batchSize) await this.wakeUp.wait(pollMs);
      }
      if (lost) throw lost;
    } finally {
      await client.end();
    }
  }

  /** Publishes one batch and returns its size. What the broker did not confirm stays and is tried again. */
  private async publishBatch(client: pg.Client): Promise<number> {
    const { rows } = await client.query<OutboxRow>({ name: 'next-batch', text: nextBatch });
    if (rows.length === 0) return 0;
    const { jetstream, owner } = this.options;
    const published = await Promise.allSettled(
      rows.map((row) => publishRow(jetstream, row, { owner, msgID: row.event_id })),
    );
    const confirmed = rows.filter((_row, index) => published[index]?.status === 'fulfilled').map((row) => row.id);
    await faultPoint('relay.afterPublishBeforeMark');
    await client.query({ name: 'mark-published', text: markPublished, values: [confirmed] });
    const failure = published.find((result) => result.status === 'rejected');
    if (failure) throw failure.reason;
    return rows.length;
  }
}

async function electLeader(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ elected: boolean }>(
    `select pg_try_advisory_lock(hashtext('souk.outbox-relay')) as elected`,
  );
  return rows[0]?.elected === true;
}
