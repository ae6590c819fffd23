import { eventually, type TestSubgraph } from '@souk/kit/testing';

/** Waits until notifications has taken, and is done with, everything that an owner has published until now. */
export async function untilHandled(notifications: TestSubgraph, owner: string, aggregate: string): Promise<void> {
  const manager = await notifications.running.parts.nats.jetstreamManager();
  const stream = owner.toUpperCase();
  const { state } = await manager.streams.info(stream);
  await eventually(async () => {
    const { ack_floor } = await manager.consumers.info(stream, `notifications-${owner}-${aggregate}`);
    if (ack_floor.stream_seq < state.last_seq) throw new Error('Something is still being handled.');
  });
}

/** Waits until everything that is written has been sent or given up. */
export async function untilSent({ running }: TestSubgraph): Promise<void> {
  await eventually(async () => {
    const rows = await running.parts.orm.em
      .fork()
      .execute<unknown[]>('select 1 from message where next_try_at is not null');
    if (rows.length > 0) throw new Error('Something is still on its way.');
  });
}
