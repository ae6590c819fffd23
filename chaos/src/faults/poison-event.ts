import { randomUUID } from 'node:crypto';
import { newId } from '@souk/kit/domain';
import { JSONCodec } from 'nats';
import { atBroker } from './broker.js';
import type { FaultKind, Stage } from './fault-kind.js';

const momentMs = 500;
const json = JSONCodec<object>();

/** Events whose contracts somebody handles, by their stream. */
const handledTypes = {
  ORDERS: 'orders.order.placed.v1',
  PAYMENTS: 'payments.payment.captured.v1',
  INVENTORY: 'inventory.reservation.held.v1',
} as const;
type PoisonedStream = keyof typeof handledTypes;
const streams = Object.keys(handledTypes) as PoisonedStream[];

/** An event that breaks its contract: its handlers bury it, and nobody else minds. */
export const poisonEvent: FaultKind = {
  weight: 2,
  draw: ({ random }) => ({ target: random.pick(streams), durationMs: momentMs }),
  begin: (stage, { target }) => publishEvent(stage, handledTypes[target as PoisonedStream]),
};

/** An event of a version that nobody knows yet: everybody passes it by. */
export const unknownVersion: FaultKind = {
  weight: 1,
  draw: ({ random }) => ({ target: random.pick(streams), durationMs: momentMs }),
  begin: (stage, { target }) => publishEvent(stage, handledTypes[target as PoisonedStream].replace(/v1$/, 'v99')),
};

/** A message that is no event at all: each consumer that it reaches buries it. */
export const brokenMessage: FaultKind = {
  weight: 1,
  draw: ({ random }) => ({ target: random.pick(streams), durationMs: momentMs }),
  begin: (stage, { target }) =>
    atBroker(stage, async (nats) => {
      const subject = handledTypes[target as PoisonedStream];
      const { stream, seq } = await nats.jetstream().publish(subject, new TextEncoder().encode('{"souk": '));
      stage.poisoned(`${stream} ${seq}`);
    }),
};

/** About an aggregate that nobody knows, so that nothing else waits behind it. */
function publishEvent(stage: Stage, type: string): Promise<void> {
  const id = newId();
  // Before it is sent: it may arrive though its acknowledgement is lost.
  stage.poisoned(id);
  const envelope = {
    specversion: '1.0',
    id,
    type,
    source: '/souk/chaos',
    subject: newId(),
    time: new Date().toISOString(),
    aggregateversion: 1,
    correlationid: randomUUID(),
    data: { nobody: 'can read this' },
  };
  return atBroker(stage, async (nats) => {
    await nats.jetstream().publish(type, json.encode(envelope), { msgID: id });
  });
}
