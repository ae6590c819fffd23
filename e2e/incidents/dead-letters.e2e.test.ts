import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ShopClient } from '@souk/client/shop-client';
import { newId } from '@souk/kit/domain';
import type { NatsConnection } from '@souk/kit/messaging';
import { eventually, publishEvent } from '@souk/kit/testing';
import {
  DeadLettersDocument,
  type DeadLettersQuery,
  DiscardDeadLetterDocument,
  MeDocument,
  RedriveDeadLetterDocument,
} from '@souk/schema/generated/graphql';
import { connectBroker } from '../src/broker.js';
import { runEventDesk } from '../src/event-desk.js';
import { existing, theAdmin, theManager } from '../src/visitors.js';

type DeadLetter = NonNullable<DeadLettersQuery['deadLetters']>['nodes'][number];

const consumer = 'orders-payments-payment';

let nats: NatsConnection;
let admin: ShopClient;

beforeAll(async () => {
  nats = await connectBroker();
  admin = await theAdmin();
});
afterAll(() => nats.close());

/** An event of payments that orders cannot make sense of, and one more of the same payment behind it. */
async function aPoisonEvent(): Promise<string> {
  const aggregateId = newId();
  const poison = { type: 'payments.payment.captured.v1', data: { amount: 'plenty' } };
  const { id } = await publishEvent(nats, poison, { aggregateId, version: 1 });
  await publishEvent(nats, { type: 'payments.payment.mused.v1', data: {} }, { aggregateId, version: 2 });
  return id;
}

async function deadLetters(status: 'DEAD' | 'DISCARDED' = 'DEAD'): Promise<DeadLetter[]> {
  const { deadLetters } = await admin.run(DeadLettersDocument, { subgraph: 'ORDERS', consumer, status, first: 20 });
  return existing(deadLetters).nodes;
}

function deadLetterOf(eventId: string): Promise<DeadLetter> {
  return eventually(async () => {
    const letter = (await deadLetters()).find((node) => node.eventId === eventId);
    expect(letter).toMatchObject({ tries: 1, waitingCount: 1 });
    return existing(letter);
  }, 20_000);
}

test('staff sees a poison event, has it tried again in vain, and gives it up, so that later ones are handled', async () => {
  const eventId = await aPoisonEvent();
  const { id } = await deadLetterOf(eventId);
  const me = existing((await admin.run(MeDocument, {})).me);

  const { redriveDeadLetter } = await admin.run(RedriveDeadLetterDocument, { input: { deadLetterId: id } });
  expect(redriveDeadLetter).toEqual({
    deadLetter: { id, status: 'DEAD', tries: 2, redriveCount: 1, redrivenBy: expect.stringContaining(me.id) },
    userErrors: [],
  });

  const input = { deadLetterId: id, reason: 'A journey made it up.' };
  const { discardDeadLetter } = await admin.run(DiscardDeadLetterDocument, { input });
  expect(discardDeadLetter).toEqual({
    deadLetter: { id, status: 'DISCARDED', discardedBy: expect.stringContaining(me.id), discardReason: input.reason },
    userErrors: [],
  });
  expect((await deadLetters()).map((node) => node.id)).not.toContain(id);
  expect((await deadLetters('DISCARDED')).find((node) => node.id === id)).toMatchObject({ waitingCount: 0 });
  const again = await admin.run(RedriveDeadLetterDocument, { input: { deadLetterId: id } });
  expect(again.redriveDeadLetter?.userErrors).toMatchObject([{ code: 'INVALID_STATE_TRANSITION' }]);
});

test('a manager neither sees nor touches what could not be handled', async () => {
  const manager = await theManager();
  const { errors } = await manager.send(DeadLettersDocument, { first: 1 });
  expect(errors?.map(({ extensions }) => extensions?.code)).toContain('FORBIDDEN');
  const input = { deadLetterId: 'orders-1' };
  const refused = await manager.send(RedriveDeadLetterDocument, { input });
  expect(refused.errors?.map(({ extensions }) => extensions?.code)).toContain('FORBIDDEN');
});

test('whoever is at the machine does the same by command', async () => {
  const { id } = await deadLetterOf(await aPoisonEvent());
  const listed = await runEventDesk('dlq', 'list', '--consumer', consumer);
  expect(listed).toMatchObject({ code: 0, said: expect.stringContaining(`${id}  DEAD  payments.payment.captured.v1`) });
  expect((await runEventDesk('dlq', 'show', '--id', id)).said).toContain('"amount": "plenty"');
  const redriven = await runEventDesk('dlq', 'redrive', '--id', id);
  expect(redriven).toMatchObject({
    code: 1,
    said: expect.stringContaining(`${id}: still DEAD after 2 tries: ZodError`),
  });
  expect(await runEventDesk('dlq', 'discard', '--id', id)).toMatchObject({
    code: 2,
    complained: expect.stringContaining('Say why nobody needs it'),
  });
  const discarded = await runEventDesk('dlq', 'discard', '--id', id, '--reason', 'A journey made it up.');
  expect(discarded).toMatchObject({ code: 0, said: `${id}: DISCARDED\n1 of 1 settled.\n` });
  const [letter] = (await deadLetters('DISCARDED')).filter((node) => node.id === id);
  expect(letter).toMatchObject({ redrivenBy: 'operator:journeys', discardedBy: 'operator:journeys' });
}, 60_000);

test('what a subgraph has published can be published again by command', async () => {
  const aMomentAgo = new Date(Date.now() - 1_000).toISOString();
  expect(await runEventDesk('republish', '--subgraph', 'catalog', '--from', aMomentAgo)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^\d+ events of catalog were published again\.\n$/),
  });
  expect(await runEventDesk('republish', '--subgraph', 'catalog', '--from', newId())).toMatchObject({
    code: 2,
    complained: expect.stringContaining('does not hold that event'),
  });
});
