import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { NatsConnection } from 'nats';
import pg from 'pg';
import { migrations } from '../../test/counter.js';
import { logger, startTestRoom, type TestRoom } from '../../test/test-room.js';
import { createAsk, startAnswering } from '../asking/index.js';
import { defineQuestion, keepsAuditHead } from '../contracts/index.js';
import { createOrm, inTransaction, type Orm } from '../persistence/index.js';
import { createTestDatabase, type TestDatabase } from '../testing/index.js';
import { answerKeepAuditHead, audit, handOverAuditHead, linkEntries, readKeptHeads } from './index.js';

const askKeepers = defineQuestion('ask.keepers.keep-audit-head.v1', keepsAuditHead);

let room: TestRoom;
let nats: NatsConnection;
let keepers: TestDatabase;
let keepersOrm: Orm;
let keepersClient: pg.Client;
let owner: pg.Client;
let stopAnswering: (() => Promise<void>) | undefined;

beforeAll(async () => {
  [room, keepers] = await Promise.all([startTestRoom(), createTestDatabase('keepers', migrations)]);
  nats = await room.connect();
  keepersOrm = await createOrm({ databaseUrl: keepers.url, schemas: [], subscribers: [], logger });
  [owner, keepersClient] = [room.database.ownerUrl, keepers.ownerUrl].map(
    (connectionString) => new pg.Client({ connectionString }),
  ) as [pg.Client, pg.Client];
  await Promise.all([owner.connect(), keepersClient.connect()]);
}, 60_000);
beforeEach(async () => {
  await owner.query('truncate audit_entry, audit_head');
  await keepersClient.query('truncate audit_head');
});
afterAll(async () => {
  await stopAnswering?.();
  await nats.drain();
  await Promise.all([owner.end(), keepersClient.end(), keepersOrm.close()]);
  await Promise.all([room.stop(), keepers.drop()]);
});

function keeperAnswers(): void {
  const ask = createAsk(nats);
  const context = () => ({ em: keepersOrm.em.fork(), now: () => new Date(), ask, logger });
  stopAnswering = startAnswering(nats, [answerKeepAuditHead(askKeepers)], { context, logger });
}

async function keeperFallsSilent(): Promise<void> {
  await stopAnswering?.();
  stopAnswering = undefined;
}

async function happen(): Promise<void> {
  await inTransaction(room.orm.em, (em) => audit(em, { action: 'thing.happened', subject: 'thing:1' }));
  await linkEntries(room.orm.em.fork());
}

const round = () =>
  handOverAuditHead('counters', askKeepers).run({
    em: room.orm.em.fork(),
    now: () => new Date(),
    ask: createAsk(nats),
    logger,
  });
const anHourPasses = () => owner.query(`update audit_head set kept_at = kept_at - interval '61 minutes'`);
const keptSeqs = async () =>
  (await readKeptHeads(keepersClient)).map(({ subgraph, seq }) => `${subgraph} ${seq}`).sort();

test('the head is kept elsewhere once an hour, when it has moved', async () => {
  keeperAnswers();
  await round();
  expect(await keptSeqs()).toEqual([]);
  await happen();
  await round();
  await happen();
  await round();
  expect(await keptSeqs()).toEqual(['counters 1']);
  await anHourPasses();
  await round();
  await anHourPasses();
  await round();
  expect(await keptSeqs()).toEqual(['counters 1', 'counters 2']);
  await keeperFallsSilent();
});

test('a keeper who does not answer is asked again', async () => {
  await happen();
  await round();
  expect(await keptSeqs()).toEqual([]);
  keeperAnswers();
  await round();
  expect(await keptSeqs()).toEqual(['counters 1']);
  await keeperFallsSilent();
});

test('a keeper who has heard a head keeps it once, and two that differ both', async () => {
  keeperAnswers();
  const ask = createAsk(nats);
  const [one, other] = ['a', 'b'].map((letter) => ({ subgraph: 'counters', seq: 7, hash: letter.repeat(64) }));
  const first = await ask(askKeepers, one!);
  expect(await ask(askKeepers, one!)).toEqual(first);
  await ask(askKeepers, other!);
  expect(await keptSeqs()).toEqual(['counters 7', 'counters 7']);
  await keeperFallsSilent();
});
