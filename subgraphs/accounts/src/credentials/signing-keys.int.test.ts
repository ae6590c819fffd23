import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLogger } from '@souk/kit/observability';
import { createOrm, type Orm } from '@souk/kit/persistence';
import { createTestDatabase, type TestDatabase } from '@souk/kit/testing';
import { migrations } from '../../migrations/migrations.js';
import { SigningKeys } from './signing-keys.js';

let database: TestDatabase;
let orm: Orm;
const keys = new SigningKeys(randomBytes(32));
const em = () => orm.em.fork();
const age = (minutes: number) =>
  em().execute(
    `update signing_key set signs_from = signs_from - interval '${minutes} minutes', retires_at = retires_at - interval '${minutes} minutes'`,
  );

beforeAll(async () => {
  database = await createTestDatabase('accounts', migrations);
  orm = await createOrm({
    databaseUrl: database.url,
    schemas: [],
    subscribers: [],
    logger: createLogger('test', 'error'),
  });
}, 60_000);
afterAll(async () => {
  await orm.close();
  await database.drop();
});

test('a new key is published before it signs, and an old one until its last token is over', async () => {
  await keys.ensure(em());
  await keys.ensure(em());
  const first = await keys.current(em());
  expect((await keys.published(em())).map((key) => key.kid)).toEqual([first.kid]);
  const second = await keys.rotate(em());
  expect((await keys.current(em())).kid).toBe(first.kid);
  expect((await keys.published(em())).map((key) => key.kid)).toEqual([first.kid, second]);
  await age(16);
  expect((await keys.current(em())).kid).toBe(second);
  expect(await keys.published(em())).toHaveLength(2);
  await age(30);
  expect((await keys.published(em())).map((key) => key.kid)).toEqual([second]);
});

test('private keys cannot be read without the secret, and are never published', async () => {
  await expect(new SigningKeys(randomBytes(32)).current(em())).rejects.toThrow();
  expect((await keys.published(em())).every((key) => key.d === undefined)).toBe(true);
});
