import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestRoom, type TestRoom } from '../../test/test-room.js';
import { newId } from '../domain/index.js';
import { findOutcome, forgetOldOutcomes, idempotently } from './index.js';

let room: TestRoom;
beforeAll(async () => {
  room = await startTestRoom();
}, 60_000);
afterAll(() => room.stop());

const aWish = (more: object = {}) => ({
  owner: newId(),
  operation: 'count',
  key: newId(),
  request: { times: 1 },
  ...more,
});
const effect = (id: string) => async (em: { execute(sql: string, params: unknown[]): Promise<unknown> }) => {
  await em.execute('insert into heard (counter_id, count) values (?, 1)', [id]);
  return { id };
};
const effectsOf = async (id: string) =>
  (await room.orm.em.fork().execute('select 1 from heard where counter_id = ?', [id])).length;

test('five requests with one key at once have one effect and one receipt', async () => {
  const [wish, id] = [aWish(), newId()];
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => idempotently(room.orm.em, wish, effect(id))));
  expect(await effectsOf(id)).toBe(1);
  expect(outcomes.map((outcome) => outcome.receipt)).toEqual(Array(5).fill({ id }));
  expect(outcomes.filter((outcome) => !outcome.replayed)).toHaveLength(1);
});

test('the same key with another request is refused, and the order of fields does not matter', async () => {
  const wish = aWish({ request: { a: 1, b: 2 } });
  await idempotently(room.orm.em, wish, effect(newId()));
  const same = await idempotently(room.orm.em, { ...wish, request: { b: 2, a: 1 } }, effect(newId()));
  expect(same.replayed).toBe(true);
  const other = idempotently(room.orm.em, { ...wish, request: { a: 2 } }, effect(newId()));
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test("another owner's equal key is another wish", async () => {
  const [wish, id] = [aWish(), newId()];
  await idempotently(room.orm.em, wish, effect(id));
  const { replayed } = await idempotently(room.orm.em, { ...wish, owner: newId() }, effect(id));
  expect([replayed, await effectsOf(id)]).toEqual([false, 2]);
});

test('a refusal leaves no trace, so that the key may be tried again', async () => {
  const [wish, id] = [aWish(), newId()];
  const refused = idempotently(room.orm.em, wish, async (em) => {
    await effect(id)(em);
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  expect(await findOutcome(room.orm.em.fork(), wish)).toBeNull();
  expect((await idempotently(room.orm.em, wish, effect(id))).replayed).toBe(false);
  expect(await effectsOf(id)).toBe(1);
});

test('a second request does not wait for ever for the first', async () => {
  const wish = aWish();
  let finish: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const isBegun = new Promise<void>((resolve) => (begun = resolve));
  const first = idempotently(room.orm.em, wish, async () => {
    begun();
    await new Promise<void>((resolve) => (finish = resolve));
    return {};
  });
  await isBegun;
  await expect(idempotently(room.orm.em, wish, effect(newId()))).rejects.toMatchObject({
    code: 'IDEMPOTENCY_IN_PROGRESS',
    details: { retryAfterMs: 2_000 },
  });
  finish();
  await first;
});

test.each(['short', 'x'.repeat(256)])('a key of %s is refused', async (key) => {
  await expect(idempotently(room.orm.em, aWish({ key }), effect(newId()))).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test('receipts are kept for a week', async () => {
  const wish = aWish();
  await idempotently(room.orm.em, wish, effect(newId()));
  await room.orm.em
    .fork()
    .execute(`update idempotency set created_at = now() - interval '8 days' where key = ?`, [wish.key]);
  await forgetOldOutcomes(room.orm.em.fork());
  expect(await findOutcome(room.orm.em.fork(), wish)).toBeNull();
});
