import { expect, test } from '@jest/globals';
import type { Envelope } from '@souk/kit/contracts';
import { anEvent, paidV1, paidV2 } from '../../test/builders/an-event.js';
import { recordSamples } from './record-samples.js';

const messages = [
  { type: paidV1, id: '1', data: { order: 'o-1' } },
  { type: paidV1, id: '2', data: { orderId: 'o-2' } },
  { type: paidV1, id: '3', data: { orderId: 'o-3' } },
] as Envelope[];

async function* published(type: string): AsyncGenerator<Envelope> {
  yield* messages.filter((message) => message.type === type);
}

test('the first message that today’s contract reads is kept as it was published', async () => {
  const { samples } = await recordSamples([anEvent()], published);
  expect(samples).toEqual([
    { path: `schema/samples/${paidV1}.json`, content: expect.stringMatching(/^\{\n {2}"type"/) },
  ]);
  expect(JSON.parse(samples[0]?.content ?? '')).toEqual(messages[1]);
});

test('a version of which nothing was published is missing', async () => {
  expect(await recordSamples([anEvent({ type: paidV2 })], published)).toEqual({ samples: [], missing: [paidV2] });
});
