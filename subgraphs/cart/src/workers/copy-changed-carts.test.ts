import { expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import type { WorkerContext } from '@souk/kit/server';
import type { CartStore } from '../use-cases/cart-store.js';
import { copyChangedCarts } from './copy-changed-carts.js';

/** A store of which so many carts have changed; none of them holds anything any more. */
function storeOf(changed: number, settled: string[] = []): CartStore {
  const owners = Array.from({ length: changed }, newId);
  return {
    isReady: true,
    claimChanged: async (atMost: number) => owners.splice(0, atMost),
    read: async () => null,
    settle: async (ownerId: string) => void settled.push(ownerId),
  } as unknown as CartStore;
}

test('as long as a round takes as many as it may, the next follows without a rest', async () => {
  const settled: string[] = [];
  const worker = copyChangedCarts(storeOf(6, settled));
  const rounds = [await worker.run({} as WorkerContext), await worker.run({} as WorkerContext)];
  expect(rounds).toEqual([true, false]);
  expect(settled).toHaveLength(6);
});

test('nothing is taken before the store is ready', async () => {
  const settled: string[] = [];
  const worker = copyChangedCarts({ ...storeOf(6, settled), isReady: false } as CartStore);
  expect(await worker.run({} as WorkerContext)).toBe(false);
  expect(settled).toEqual([]);
});
