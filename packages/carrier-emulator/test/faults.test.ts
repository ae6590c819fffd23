import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RunningCarrier } from './start-carrier.js';

let carrier: RunningCarrier;
beforeEach(async () => {
  carrier = await RunningCarrier.start();
});
afterEach(() => carrier.stop());

const to = { name: 'The Recipient', line1: '1 High Street', city: 'Lisbon', postalCode: '1100-001', countryCode: 'PT' };
const create = () =>
  carrier.ask('POST', '/v1/shipments', { reference: 'an-order', to, weightGrams: 10, service: 'standard' });

test('fails the next requests before anything happens', async () => {
  await carrier.ask('POST', '/_emulator/faults', { failNext: { status: 503, times: 2 } });
  expect(await create()).toMatchObject({ status: 503, body: { error: { code: 'UNAVAILABLE' } } });
  expect((await create()).status).toBe(503);
  expect((await create()).status).toBe(201);
});

test('loses the answer to something that happened', async () => {
  await carrier.ask('POST', '/_emulator/faults', { failNext: { status: 502, phase: 'after' } });
  expect((await create()).status).toBe(502);
  expect((await create()).status).toBe(200);
});

test('answers late when latency is asked for', async () => {
  await carrier.ask('POST', '/_emulator/faults', { latencyMs: 200 });
  const before = performance.now();
  await create();
  expect(performance.now() - before).toBeGreaterThanOrEqual(190);
});

test('goes back to honesty when the faults are reset', async () => {
  await carrier.ask('POST', '/_emulator/faults', { latencyMs: 60_000, failNext: { status: 500, times: 9 } });
  expect((await carrier.ask('DELETE', '/_emulator/faults')).body).toMatchObject({
    latencyMs: 0,
    failNext: { times: 0 },
  });
  expect((await create()).status).toBe(201);
});

test('refuses switches it does not have', async () => {
  const answer = await carrier.ask('POST', '/_emulator/faults', { explode: true });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'INVALID_REQUEST' } } });
});

test('refuses JSON that cannot be read', async () => {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${carrier.url}/_emulator/faults`, { method: 'POST', body: '{', headers });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'INVALID_REQUEST' } });
});

test('is well', async () => {
  const answers = await Promise.all(['live', 'ready'].map((kind) => fetch(`${carrier.url}/health/${kind}`)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});
