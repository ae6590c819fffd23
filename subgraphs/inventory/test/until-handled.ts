import { eventually, type TestSubgraph } from '@souk/kit/testing';

/** Waits until inventory has taken, and is done with, everything that an owner has published until now. */
export async function untilHandled(inventory: TestSubgraph, owner: string, aggregate: string): Promise<void> {
  const manager = await inventory.running.parts.nats.jetstreamManager();
  const { state } = await manager.streams.info(owner.toUpperCase());
  await eventually(async () => {
    const { ack_floor } = await manager.consumers.info(owner.toUpperCase(), `inventory-${owner}-${aggregate}`);
    if (ack_floor.stream_seq < state.last_seq) throw new Error('Something is still being handled.');
  });
}
