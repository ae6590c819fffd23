import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { testRedisUrl } from '../../test/config.js';
import { ModelCart } from '../../test/model-cart.js';
import { forgetKeys } from '../../test/start-test-cart.js';
import type { CartOwner } from '../domain/cart-contents.js';
import type { CartChange } from '../use-cases/cart-store.js';
import { CartKeys } from './cart-keys.js';
import { RedisCarts } from './redis-carts.js';

const prefix = `test-${randomBytes(6).toString('hex')}:`;
const keys = new CartKeys(prefix);
let redis: Redis;
let carts: RedisCarts;

beforeAll(async () => {
  redis = new Redis(testRedisUrl());
  carts = new RedisCarts(redis, prefix);
  await redis.ping();
});
afterAll(async () => {
  await forgetKeys(redis, prefix);
  redis.disconnect();
});

type Name = 'account' | 'guest';
interface Model {
  carts: Record<Name, ModelCart | null>;
}
interface Real {
  owners: Record<Name, CartOwner>;
}
type Command = fc.AsyncCommand<Model, Real>;

/** Few enough that commands meet, and enough of them to fill a cart. */
const variants = Array.from({ length: 130 }, () => newId());

function newWorld(): { model: Model; real: Real } {
  return {
    model: { carts: { account: null, guest: null } },
    real: { owners: { account: { id: newId(), kind: 'CUSTOMER' }, guest: { id: newId(), kind: 'GUEST' } } },
  };
}

async function mustAgree(model: Model, { owners }: Real): Promise<void> {
  for (const name of ['account', 'guest'] as const) {
    const opened = await carts.open(owners[name], { mayCreate: false });
    const expected = model.carts[name];
    if (!expected) {
      expect(opened.outcome).toBe('MISSING');
      continue;
    }
    const lines = [...expected.lines].map(([variantId, quantity]) => ({ variantId, quantity }));
    expect(opened).toMatchObject({ outcome: 'DONE', cart: { version: expected.version, lines } });
  }
}

function commandOf(name: string, run: (model: Model, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real);
      await mustAgree(model, real);
    },
    toString: () => name,
  };
}

const someName = fc.constantFrom<Name>('account', 'guest');
const someLine = fc.record({
  variantId: fc.constantFrom(...variants.slice(0, 3)),
  quantity: fc.constantFrom(1, 2, 500, 999),
});
const someLines = fc.oneof(
  { weight: 3, arbitrary: fc.array(someLine, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 65).map((from) => variants.slice(from, from + 65).map(asOne)) },
);
const someRequest = fc.option(
  fc.record({ key: fc.constantFrom('first', 'second'), hash: fc.constantFrom('this', 'that') }),
  { nil: undefined, freq: 1 },
);
const someChange: fc.Arbitrary<CartChange> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      operation: fc.constantFrom('ADD' as const, 'SET' as const),
      lines: someLines,
      request: someRequest,
      expectedVersion: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined, freq: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      operation: fc.constant('SET' as const),
      lines: fc.constantFrom(...variants.slice(0, 3)).map((variantId) => [{ variantId, quantity: 0 }]),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ operation: fc.constant('CLEAR' as const), lines: fc.constant([]), request: someRequest }),
  },
);

function asOne(variantId: string) {
  return { variantId, quantity: 1 };
}

const changing = fc.tuple(someName, someChange).map(([name, change]) =>
  commandOf(`${name} ${JSON.stringify(change)}`, async (model, { owners }) => {
    const cart = model.carts[name] ?? new ModelCart();
    const expected = cart.change(change);
    if (expected === 'DONE') model.carts[name] = cart;
    expect(await carts.change(owners[name], change, { mayCreate: true })).toMatchObject({ outcome: expected });
  }),
);

const removing = fc.tuple(someName, fc.constantFrom('1', '2'), someLines).map(([name, orderId, lines]) =>
  commandOf(`${name} ordered ${orderId} ${JSON.stringify(lines)}`, async (model, { owners }) => {
    const outcome = await carts.removeOrdered(owners[name].id, { orderId, cartId: null, lines });
    const cart = model.carts[name];
    expect(outcome.outcome).toBe(cart ? 'DONE' : 'MISSING');
    cart?.removeOrdered(orderId, lines);
  }),
);

const merging = fc.constant(
  commandOf('merge', async (model, { owners }) => {
    const { account, guest } = model.carts;
    const outcome = await carts.merge(owners.guest.id, owners.account, { mayCreate: true, isSearched: true });
    expect(outcome.outcome).toBe(guest ? 'MERGED' : 'NOTHING');
    if (!guest) return;
    model.carts.account = account ?? new ModelCart();
    model.carts.account.absorb(guest);
    model.carts.guest = null;
  }),
);

const losing = someName.map((name) =>
  commandOf(`${name} lost and put back`, async (model, { owners }) => {
    const record = await carts.read(owners[name].id);
    expect(record === null).toBe(model.carts[name] === null);
    if (!record) return;
    await redis.del(keys.cart(owners[name].id));
    await Promise.all([carts.restore(record), carts.restore(record)]);
    const cart = model.carts[name];
    if (cart) cart.version += 1_000;
  }),
);

const restoringInVain = someName.map((name) =>
  commandOf(`${name} put back though it is there`, async (_model, { owners }) => {
    const record = await carts.read(owners[name].id);
    if (record) await carts.restore({ ...record, lines: [], version: record.version + 1 });
  }),
);

const commands = fc.commands([changing, changing, changing, removing, merging, losing, restoringInVain], {
  maxCommands: 40,
  size: 'max',
});

test('whatever happens to carts in whatever order, they hold what a simple model of them holds', async () => {
  await fc.assert(
    fc.asyncProperty(commands, (sequence) => fc.asyncModelRun(newWorld, sequence)),
    { numRuns: 150 },
  );
}, 60_000);

test('simultaneous changes of a cart have the effect of some order of them, none is lost', async () => {
  const somebody = { id: newId(), kind: 'CUSTOMER' } as const;
  await fc.assert(
    fc.asyncProperty(fc.array(someLine, { minLength: 2, maxLength: 20 }), async (lines) => {
      await carts.change(somebody, { operation: 'CLEAR', lines: [] }, { mayCreate: true });
      const ones = lines.map(({ variantId }) => asOne(variantId));
      await Promise.all(
        ones.map((line) => carts.change(somebody, { operation: 'ADD', lines: [line] }, { mayCreate: true })),
      );
      const record = await carts.read(somebody.id);
      const held = new Map(record?.lines.map(({ variantId, quantity }) => [variantId, quantity]));
      const sums = Map.groupBy(ones, ({ variantId }) => variantId);
      expect(held).toEqual(new Map([...sums].map(([variantId, same]) => [variantId, same.length])));
    }),
    { numRuns: 30 },
  );
});
