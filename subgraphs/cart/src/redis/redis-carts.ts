import { newId } from '@souk/kit/domain';
import { faultPoint } from '@souk/kit/faults';
import type { Redis } from 'ioredis';
import { type CartContents, type CartOwner, type CartRecord, cartLifeMs } from '../domain/cart-contents.js';
import { defaultChannel } from '../domain/defaults.js';
import type {
  CartChange,
  CartStore,
  ChangeOutcome,
  Making,
  MergeOutcome,
  Missing,
  OrderedLines,
  RemovalOutcome,
} from '../use-cases/cart-store.js';
import { CartKeys } from './cart-keys.js';
import { changeCartScript } from './change-cart.script.js';
import { claimChangedScript, settleCopyScript } from './copy-queue.scripts.js';
import { mergeCartsScript } from './merge-carts.script.js';
import { openCartScript } from './open-cart.script.js';
import { recallRequestScript } from './recall-request.script.js';
import { type RedisScript, reaching, runScript } from './redis-script.js';
import { removeOrderedScript } from './remove-ordered.script.js';
import { restoreCartScript } from './restore-cart.script.js';

/** Carts as Redis hashes, one for each owner, changed by scripts alone. */
export class RedisCarts implements CartStore {
  private readonly keys: CartKeys;

  constructor(
    private readonly redis: Redis,
    prefix: string,
  ) {
    this.keys = new CartKeys(prefix);
  }

  get isReady(): boolean {
    return this.redis.status === 'ready';
  }

  async open(owner: CartOwner, making: Making): Promise<{ outcome: 'DONE'; cart: CartContents } | Missing> {
    const reply = await this.run(openCartScript, [this.keys.cart(owner.id)], makingOf(owner, making));
    return reply[0] === 'MISSING' ? { outcome: 'MISSING' } : { outcome: 'DONE', cart: contentsOf(reply) };
  }

  async recall(
    ownerId: string,
    request: { key: string; hash: string },
  ): Promise<ChangeOutcome | Missing | { outcome: 'NEW' }> {
    const reply = await this.run(recallRequestScript, [this.keys.cart(ownerId)], request);
    return reply[0] === 'NEW' ? { outcome: 'NEW' } : changeOutcomeOf(reply);
  }

  async change(owner: CartOwner, change: CartChange, making: Making): Promise<ChangeOutcome | Missing> {
    const keys = [this.keys.cart(owner.id), this.keys.changed];
    const reply = await this.run(changeCartScript, keys, { ...makingOf(owner, making), ...change });
    await faultPoint('cart.change.afterScriptBeforeAnswer');
    return changeOutcomeOf(reply);
  }

  async merge(
    guestId: string,
    account: CartOwner,
    { isSearched, ...making }: Making & { isSearched: boolean },
  ): Promise<MergeOutcome | Missing> {
    const { cart, merged, changed } = this.keysOf(account.id, guestId);
    const keys = [cart, this.keys.cart(guestId), merged, changed];
    const [outcome] = await this.run(mergeCartsScript, keys, { ...makingOf(account, making), isSearched });
    return { outcome } as MergeOutcome | Missing;
  }

  async removeOrdered(ownerId: string, { cartId, ...removal }: OrderedLines): Promise<RemovalOutcome | Missing> {
    const { cart, merged, changed } = this.keysOf(ownerId, ownerId);
    const value = { ...removal, ...(cartId && { cartId }) };
    const [outcome, into] = await this.run(removeOrderedScript, [cart, merged, changed], value);
    return { outcome, into } as RemovalOutcome | Missing;
  }

  async restore(record: CartRecord): Promise<void> {
    const { cart, merged } = this.keysOf(record.ownerId, record.ownerId);
    await this.run(restoreCartScript, [cart, merged], {
      ...record,
      expiresAt: record.expiresAt.getTime(),
      requests: JSON.stringify(record.requests),
      orders: JSON.stringify(record.orders),
      absorbed: JSON.stringify(record.absorbed),
    });
  }

  async claimChanged(atMost: number): Promise<string[]> {
    return (await runScript(this.redis, claimChangedScript, [this.keys.changed], [atMost])) as string[];
  }

  async read(ownerId: string): Promise<CartRecord | null> {
    const fields = await reaching(() => this.redis.hgetall(this.keys.cart(ownerId)));
    return fields['cartId'] === undefined ? null : recordOf(fields as Record<keyof CartRecord, string>);
  }

  async settle(ownerId: string, record: CartRecord | null): Promise<void> {
    const values = [ownerId, record?.cartId ?? '', record?.version ?? ''];
    await runScript(this.redis, settleCopyScript, [this.keys.cart(ownerId), this.keys.changed], values);
  }

  private keysOf(ownerId: string, guestId: string) {
    return { cart: this.keys.cart(ownerId), merged: this.keys.merged(guestId), changed: this.keys.changed };
  }

  private async run(script: RedisScript, keys: readonly string[], value: object): Promise<string[]> {
    return (await runScript(this.redis, script, keys, [JSON.stringify(value)])) as string[];
  }
}

function makingOf({ id, kind }: CartOwner, { mayCreate }: Making) {
  const newCart = { cartId: newId(), ownerId: id, kind, channelId: defaultChannel };
  return { lifeMs: cartLifeMs[kind], ...(mayCreate && { newCart }) };
}

function changeOutcomeOf(reply: string[]): ChangeOutcome | Missing {
  const [outcome, version] = reply;
  if (outcome !== 'DONE' && outcome !== 'REPLAYED') return { outcome } as ChangeOutcome | Missing;
  return { outcome, version: Number(version), cart: contentsOf(reply) };
}

function contentsOf(reply: string[]): CartContents {
  const [, , cartId = '', ownerId = '', kind = '', channelId = '', version, expiresAt, lines = '[]'] = reply;
  return {
    cartId,
    ownerId,
    kind: kind as CartOwner['kind'],
    channelId,
    version: Number(version),
    lines: JSON.parse(lines) as CartContents['lines'],
    expiresAt: new Date(Number(expiresAt)),
  };
}

function recordOf(fields: Record<keyof CartRecord, string>): CartRecord {
  return {
    ...fields,
    kind: fields.kind as CartOwner['kind'],
    version: Number(fields.version),
    expiresAt: new Date(Number(fields.expiresAt)),
    lines: JSON.parse(fields.lines),
    requests: JSON.parse(fields.requests),
    orders: JSON.parse(fields.orders),
    absorbed: JSON.parse(fields.absorbed),
  };
}
