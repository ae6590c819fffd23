import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { RunningInbox } from './start-inbox.js';

let inbox: RunningInbox;
beforeEach(async () => {
  inbox = await RunningInbox.start();
});
afterEach(() => inbox.stop());

test('keeps what was sent, part by part', async () => {
  await inbox.send({
    to: 'One <one@example.com>',
    bcc: 'blind@example.com',
    subject: 'Your order SK-1 – “thank you”',
    text: 'Thank you.\n\nYour parcel is on its way.',
    html: '<p>Thank <b>you</b>.</p>',
    headers: { 'X-Delivery-Key': 'order-1:placed' },
    attachments: [{ filename: 'invoice.pdf', content: Buffer.alloc(2_048) }],
  });
  const message = await inbox.newest();
  expect(message).toMatchObject({
    from: 'Shop <shop@example.com>',
    to: ['one@example.com', 'blind@example.com'],
    subject: 'Your order SK-1 – “thank you”',
    preview: 'Thank you. Your parcel is on its way.',
    text: 'Thank you.\n\nYour parcel is on its way.',
    html: '<p>Thank <b>you</b>.</p>',
    attachments: [{ fileName: 'invoice.pdf', contentType: 'application/pdf', sizeBytes: 2_048 }],
  });
  expect(message.headers).toContainEqual({ name: 'X-Delivery-Key', value: 'order-1:placed' });
  expect(message.messageId).toMatch(/^<.+@example\.com>$/);
  expect((await inbox.list())[0]?.messageId).toBe(message.messageId);
  const raw = await inbox.get(`/api/messages/${message.id}/raw`);
  expect(raw.headers.get('content-disposition')).toContain('.eml');
  expect(await raw.text()).toContain('X-Delivery-Key: order-1:placed');
});

test('lists the newest first, for one recipient when asked', async () => {
  for (const [to, subject] of [
    ['one@example.com', 'first'],
    ['two@example.com', 'second'],
    ['ONE@example.com', 'third'],
  ] as const) {
    await inbox.send({ to, subject, text: subject });
  }
  const subjects = async (query: string) => (await inbox.list(query)).map(({ subject }) => subject);
  expect(await subjects('')).toEqual(['third', 'second', 'first']);
  expect(await subjects('?to=one@example.com')).toEqual(['third', 'first']);
  expect(await subjects('?to=two&limit=1')).toEqual(['second']);
  expect(await subjects('?limit=2')).toEqual(['third', 'second']);
  expect(await subjects('?to=nobody')).toEqual([]);
});

test('deletes everything, or what went to one recipient', async () => {
  for (const to of ['one@example.com', 'two@example.com', 'two@example.com']) await inbox.send({ to, text: 'Hello' });
  expect(await inbox.change('DELETE', '/api/messages?to=two')).toEqual({ deleted: 2 });
  expect((await inbox.list()).map(({ to }) => to)).toEqual([['one@example.com']]);
  expect(await inbox.change('DELETE', '/api/messages')).toEqual({ deleted: 1 });
  expect(await inbox.list()).toEqual([]);
});

test('keeps its mail over a restart, in order', async () => {
  for (const subject of ['first', 'second', 'third']) await inbox.send({ subject, text: subject });
  await inbox.restart();
  expect((await inbox.list()).map(({ subject }) => subject)).toEqual(['third', 'second', 'first']);
  expect((await inbox.newest()).text).toBe('third');
});

test('refuses the next messages for now when that is asked for', async () => {
  await inbox.change('POST', '/_emulator/faults', { rejectNext: 1 });
  await expect(inbox.send({ text: 'Hello' })).rejects.toMatchObject({ responseCode: 451 });
  await inbox.send({ subject: 'again', text: 'Hello' });
  expect((await inbox.list()).map(({ subject }) => subject)).toEqual(['again']);
});

test('refuses for good when that is asked for', async () => {
  await inbox.change('POST', '/_emulator/faults', { rejectNext: 1, rejectCode: 550 });
  await expect(inbox.send({ text: 'Hello' })).rejects.toMatchObject({ responseCode: 550 });
});

test('accepts late when latency is asked for, and at once after a reset', async () => {
  await inbox.change('POST', '/_emulator/faults', { latencyMs: 200 });
  const before = performance.now();
  await inbox.send({ text: 'Hello' });
  expect(performance.now() - before).toBeGreaterThanOrEqual(190);
  expect(await inbox.change('DELETE', '/_emulator/faults')).toEqual({ rejectNext: 0, rejectCode: 451, latencyMs: 0 });
});

test('refuses a message that is too large', async () => {
  const attachments = [{ filename: 'film.bin', content: Buffer.alloc(6 * 1024 * 1024) }];
  await expect(inbox.send({ text: 'Hello', attachments })).rejects.toMatchObject({ responseCode: 552 });
  expect(await inbox.list()).toEqual([]);
});

test.each(['?limit=0', '?limit=many', '?from=one'])('refuses a list it cannot give: %s', async (query) => {
  expect((await inbox.get(`/api/messages${query}`)).status).toBe(400);
});

test('refuses switches it does not have', async () => {
  expect(await inbox.change('POST', '/_emulator/faults', { explode: true })).toHaveProperty('error.message');
  expect(await inbox.change('GET', '/_emulator/faults')).toMatchObject({ rejectNext: 0 });
});

test('does not know what does not exist', async () => {
  for (const path of ['/api/messages/nobody', '/api/messages/..%2F..%2Fsecret', '/messages/nobody', '/nowhere']) {
    const answer = await inbox.get(path);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toHaveProperty('error.message');
  }
});

test('is well', async () => {
  expect((await inbox.get('/health/live')).status).toBe(200);
  expect((await inbox.get('/health/ready')).status).toBe(200);
});
