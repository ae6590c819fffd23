import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { eventually, publishEvent, startTestNats, type TestNats } from '@souk/kit/testing';
import { priceChangedV1, productUpdatedV1 } from '@souk/schema/events/catalog';
import { connect, type NatsConnection } from 'nats';
import { CachedShop, SharedCatalog } from '../../test/cached-shop.js';
import { testRedisUrl } from '../../test/config.js';
import type { Identity } from '../identity/identity.js';
import { nobody } from '../identity/identity.js';

const byId = 'query ($id: ID!) { product(id: $id) { title } }';
const wished = 'query ($ids: [ID!]!) { wished(ids: $ids) { id title } }';

let broker: TestNats;
let publisher: NatsConnection;
let shop: SharedCatalog;
let routers: CachedShop[] = [];
let redisPrefix: string;

beforeAll(async () => {
  broker = await startTestNats();
  publisher = await connect({ servers: broker.url, maxReconnectAttempts: -1, reconnectTimeWait: 50 });
});
beforeEach(() => {
  shop = new SharedCatalog();
  redisPrefix = `test-${newId()}:`;
});
afterEach(async () => {
  await Promise.all(routers.map((router) => router.close()));
  routers = [];
});
afterAll(async () => {
  await publisher.close();
  await broker.stop();
});

/** A router that hears the events. */
async function aRouter({ redisUrl = testRedisUrl() as string | undefined, natsUrl = broker.url } = {}) {
  const router = await CachedShop.open(shop, { natsUrl, redisUrl, redisPrefix });
  routers.push(router);
  await untilCurrent(router);
  return router;
}

async function untilCurrent(router: CachedShop): Promise<void> {
  await eventually(() => expect(router.opened.cache.isCurrent).toBe(true));
}

function aProduct(title = 'Old'): string {
  const id = newId();
  shop.titles.set(id, title);
  return id;
}

/** As the catalogue does it: the change is committed, then told. */
async function rename(id: string, title: string): Promise<void> {
  shop.titles.set(id, title);
  await publishEvent(publisher, productUpdatedV1({ productId: id, slug: 's', variants: [] }), {
    aggregateId: id,
    version: 1,
  });
}

async function titleOf(router: CachedShop, id: string): Promise<string> {
  return (await router.ask(byId, { variables: { id } })).data.product.title;
}

/** What is asked of the subgraph while events are heard: at other times nothing is looked up, and nothing kept. */
function askedWhileCurrent(router: CachedShop, id: string) {
  return eventually(async () => {
    expect(router.opened.cache.isCurrent).toBe(true);
    const { asked } = await router.ask(byId, { variables: { id } });
    expect(router.opened.cache.isCurrent).toBe(true);
    return asked;
  });
}

test('an answer is fetched once, for all who ask, in nobody’s name', async () => {
  const [router, id] = [await aRouter(), aProduct()];
  const identity = { caller: { kind: 'somebody' } } as unknown as Identity;
  const first = await router.ask(byId, { variables: { id }, identity });
  const second = await router.ask(byId, { variables: { id } });
  expect(second.data).toEqual(first.data);
  expect([first.asked.length, second.asked.length]).toEqual([1, 0]);
  expect(first.asked[0]?.identity).toBe(nobody);
});

test('of entities, only those are fetched that are not kept, wherever they were fetched for', async () => {
  const router = await aRouter();
  const ids = [aProduct('A'), aProduct('B'), aProduct('C'), aProduct('D')] as const;
  await router.ask(wished, { variables: { ids: [ids[1], ids[3]] } });
  const { data, asked } = await router.ask(wished, { variables: { ids } });
  expect(data.wished.map(({ title }: { title: string }) => title)).toEqual(['A', 'B', 'C', 'D']);
  expect(asked.map((question) => question.ids)).toEqual([[ids[0], ids[2]]]);
});

test('what another router has fetched is not fetched again', async () => {
  const [one, other, ids] = [await aRouter(), await aRouter(), [aProduct('A'), aProduct('B')]];
  const first = await one.ask(wished, { variables: { ids } });
  await eventually(async () => {
    const second = await other.ask(wished, { variables: { ids } });
    expect([second.data, second.asked]).toEqual([first.data, []]);
  });
});

test('a mutation’s answer is fetched, and so is what says that it may not be kept', async () => {
  const [router, id] = [await aRouter(), aProduct()];
  await router.ask(wished, { variables: { ids: [id] } });
  const mutation = await router.ask('mutation ($ids: [ID!]!) { wish(ids: $ids) { title } }', {
    variables: { ids: [id] },
  });
  expect(mutation.asked).toHaveLength(1);
  const stock = 'query ($id: ID!) { product(id: $id) { title stock } }';
  const identity = { caller: { kind: 'somebody' } } as unknown as Identity;
  await router.ask(stock, { variables: { id }, identity });
  const { asked } = await router.ask(stock, { variables: { id }, identity });
  expect(asked.map((question) => question.identity)).toEqual([identity]);
});

test('errors and what is not there are not kept, and errors stand where they belong', async () => {
  const router = await aRouter();
  const absent = newId();
  expect((await router.ask(byId, { variables: { id: absent } })).data).toEqual({ product: null });
  shop.titles.set(absent, 'Here now');
  expect(await titleOf(router, absent)).toBe('Here now');

  const [kept, missing, other] = [aProduct('Kept'), newId(), aProduct('Other')];
  await router.ask(wished, { variables: { ids: [kept] } });
  const partly = await router.ask(wished, { variables: { ids: [missing, kept, other] } });
  expect(partly.data.wished.map(({ title }: { title: string }) => title)).toEqual([null, 'Kept', 'Other']);
  expect((await router.ask(wished, { variables: { ids: [missing, kept, other] } })).asked[0]?.ids).toEqual([missing]);

  const failing = 'query ($ids: [ID!]!) { wished(ids: $ids) { id fails } }';
  const { errors } = await router.ask(failing, { variables: { ids: [kept, other] } });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['wished', 0, 'fails'],
    ['wished', 1, 'fails'],
  ]);
  expect((await router.ask(failing, { variables: { ids: [kept, other] } })).asked).toHaveLength(1);
});

test('an error about what had to be fetched names the place in the whole answer', async () => {
  const router = await aRouter();
  const maybe = 'query ($ids: [ID!]!, $f: Boolean!) { wished(ids: $ids) { id fails @include(if: $f) title } }';
  const [kept, other] = [aProduct('Kept'), aProduct('Other')];
  await router.ask(maybe, { variables: { ids: [kept], f: false } });
  const { errors, data } = await router.ask(maybe, { variables: { ids: [kept, other], f: true } });
  expect(errors?.length).toBeGreaterThan(0);
  expect(data.wished.map(({ title }: { title: string }) => title)).toEqual(['Kept', 'Other']);
});

test('an event drops exactly what it tells of, in root answers and in entities, at once, in every router', async () => {
  const [one, other] = [await aRouter(), await aRouter()];
  const [changed, untouched] = [aProduct(), aProduct()];
  for (const router of [one, other]) {
    for (const id of [changed, untouched]) await titleOf(router, id);
    await router.ask(wished, { variables: { ids: [changed, untouched] } });
  }
  await rename(changed, 'New');
  await eventually(async () => {
    expect([await titleOf(one, changed), await titleOf(other, changed)]).toEqual(['New', 'New']);
    for (const router of [one, other]) {
      const { data } = await router.ask(wished, { variables: { ids: [changed, untouched] } });
      expect(data.wished.map(({ title }: { title: string }) => title)).toEqual(['New', 'Old']);
    }
  });
  for (const router of [one, other])
    expect((await router.ask(byId, { variables: { id: untouched } })).asked).toEqual([]);
});

test('an event about a part drops what holds the part, however deep', async () => {
  const [router, id, variantId] = [await aRouter(), aProduct(), newId()];
  shop.variants.set(id, variantId);
  shop.prices.set(variantId, 100);
  const deep = 'query ($ids: [ID!]!) { wished(ids: $ids) { variants { priceMinor } } }';
  const priceOf = async () =>
    (await router.ask(deep, { variables: { ids: [id] } })).data.wished[0].variants[0].priceMinor;
  expect(await priceOf()).toBe(100);
  expect((await router.ask(deep, { variables: { ids: [id] } })).asked).toEqual([]);
  shop.prices.set(variantId, 200);
  const change = { productId: newId(), variantId, amountMinor: 200, currency: 'EUR' };
  await publishEvent(publisher, priceChangedV1(change), { aggregateId: newId(), version: 1 });
  await eventually(async () => expect(await priceOf()).toBe(200), 500);
});

test('what was being fetched when the event came is neither kept nor shared', async () => {
  const [one, other, id] = [await aRouter(), await aRouter(), aProduct()];
  const { promise, resolve } = Promise.withResolvers<void>();
  shop.delay = promise;
  const underWay = titleOf(one, id);
  await eventually(() => expect(one.asked).toHaveLength(1));
  shop.delay = undefined;
  await rename(id, 'New');
  await eventually(async () => expect(await titleOf(other, id)).toBe('New'));
  resolve();
  expect(await underWay).toBe('Old');
  for (let time = 0; time < 20; time += 1) {
    expect([await titleOf(one, id), await titleOf(other, id)]).toEqual(['New', 'New']);
  }
});

test('under a storm of changes and readers nothing old is left behind', async () => {
  const [one, other] = [await aRouter(), await aRouter()];
  const ids = [aProduct('0'), aProduct('0'), aProduct('0')];
  let isOver = false;
  const readers = [one, other, one, other].map(async (router) => {
    while (!isOver) {
      await router.ask(wished, { variables: { ids } });
      await titleOf(router, ids[0] as string);
      // What is in memory takes no turn of the event loop.
      await nextTurn();
    }
  });
  for (let change = 1; change <= 60; change += 1) await rename(ids[change % ids.length] as string, `${change}`);
  isOver = true;
  await Promise.all(readers);
  const current = ids.map((id) => shop.titles.get(id));
  await eventually(async () => {
    for (const router of [one, other]) {
      const { data } = await router.ask(wished, { variables: { ids } });
      expect(data.wished.map(({ title }: { title: string }) => title)).toEqual(current);
      expect(await titleOf(router, ids[0] as string)).toBe(current[0]);
    }
  }, 500);
});

test('a router that starts hears first what nobody heard, and only then serves what Redis has', async () => {
  const id = aProduct();
  const first = await aRouter();
  expect(await titleOf(first, id)).toBe('Old');
  await eventually(async () => expect((await (await aRouter()).ask(byId, { variables: { id } })).asked).toEqual([]));
  await Promise.all(routers.splice(0).map((router) => router.close()));
  await rename(id, 'New');
  expect(await titleOf(await aRouter(), id)).toBe('New');
});

test('while NATS is away nothing is served from the cache; what happened meanwhile is known when it is back', async () => {
  const [router, id, untouched] = [await aRouter(), aProduct(), aProduct()];
  for (const wanted of [id, untouched]) await titleOf(router, wanted);
  await broker.restart(async () => {
    shop.titles.set(id, 'New');
    await eventually(async () => {
      expect(router.opened.cache.isCurrent).toBe(false);
      expect(await titleOf(router, id)).toBe('New');
    });
  });
  await eventually(async () => {
    await rename(id, 'Newer');
    expect(router.opened.cache.isCurrent).toBe(true);
  });
  await eventually(async () => expect(await titleOf(router, id)).toBe('Newer'));
  expect(await askedWhileCurrent(router, untouched)).toEqual([]);
}, 60_000);

test('without Redis each router keeps what it has fetched itself, and drops it likewise', async () => {
  const [router, id] = [await aRouter({ redisUrl: undefined }), aProduct()];
  await titleOf(router, id);
  expect((await router.ask(byId, { variables: { id } })).asked).toEqual([]);
  await rename(id, 'New');
  await eventually(async () => expect(await titleOf(router, id)).toBe('New'));
});
