import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@souk/kit/domain';
import { type EntityManager, inTransaction } from '@souk/kit/persistence';
import fc from 'fast-check';
import { type ManyConnections, openManyConnections } from '../../test/many-connections.js';
import { expectBalancedStock, levelsOf, stockedVariant, tendPoolsOf } from '../../test/stock.js';
import { InsufficientStockError } from '../domain/stock-level.errors.js';
import { poolings } from '../domain/unit-pool.js';
import { adjustStock } from './adjust-stock.js';
import { confirmReservation } from './confirm-reservation.js';
import { expireReservation } from './expire-reservation.js';
import { releaseReservation } from './release-reservation.js';
import { reserveStock } from './reserve-stock.js';
import { setStockPooling } from './set-stock-pooling.js';
import { shipReservation } from './ship-reservation.js';

let connections: ManyConnections;
let em: EntityManager;

beforeAll(async () => {
  connections = await openManyConnections(1);
  em = connections.em();
}, 60_000);
afterAll(() => connections.stop());

const goods = [0, 1] as const;
const unitsAtFirst = 12;

interface ModelOrder {
  id: string;
  quantities: readonly number[];
  status: 'HELD' | 'CONFIRMED' | 'ENDED';
}

/** Stock as anybody would explain it: no pools, no rows, only numbers. */
class Model {
  readonly onHand: number[] = goods.map(() => unitsAtFirst);
  readonly orders: ModelOrder[] = [];

  reserved(good: number): number {
    const promised = this.orders.filter(({ status }) => status !== 'ENDED');
    return promised.reduce((sum, { quantities }) => sum + quantities[good]!, 0);
  }

  available(good: number): number {
    return this.onHand[good]! - this.reserved(good);
  }
}

const good = fc.constantFrom(...goods);
const nth = fc.nat(5);

/** The order in which they come is drawn as well; which order a step concerns is counted among those it can concern. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('reserve'), quantities: fc.tuple(fc.nat(4), fc.nat(4)) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('confirm'), nth }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('release'), nth }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('expire'), nth }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ship'), nth }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('adjust'), good, delta: fc.integer({ min: -8, max: 8 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tend'), good }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pool'), good, pooling: fc.constantFrom(...poolings) }) },
);
type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;

class Run {
  readonly model = new Model();

  constructor(private readonly variantIds: readonly string[]) {}

  async take(drawn: Step): Promise<void> {
    if ('quantities' in drawn) return this.reserve(drawn.quantities);
    if ('nth' in drawn) return this.settle(drawn.kind, drawn.nth);
    if ('delta' in drawn) return this.adjust(drawn.good, drawn.delta);
    const variantId = this.variantIds[drawn.good]!;
    if ('pooling' in drawn) await setStockPooling(em, { variantId, warehouseCode: 'BER', pooling: drawn.pooling });
    else await tendPoolsOf(em, variantId);
  }

  async expectToAgree(): Promise<void> {
    await expectBalancedStock(em);
    for (const one of goods) {
      const level = { onHand: this.model.onHand[one], reserved: this.model.reserved(one) };
      expect(await levelsOf(em, this.variantIds[one]!)).toEqual({ BER: level });
    }
  }

  private async reserve(quantities: readonly number[]): Promise<void> {
    const lines = goods
      .map((one) => ({ variantId: this.variantIds[one]!, quantity: quantities[one]! }))
      .filter(({ quantity }) => quantity > 0);
    if (lines.length === 0) return;
    const isServed = goods.every((one) => quantities[one]! <= this.model.available(one));
    const id = newId();
    await inTransaction(em, (transaction) =>
      reserveStock(transaction, { orderId: id, lines, destinationCountryCode: 'DE' }),
    );
    expect(await statusOf(id)).toBe(isServed ? 'HELD' : 'REJECTED');
    if (isServed) this.model.orders.push({ id, quantities, status: 'HELD' });
  }

  private async settle(kind: string, position: number): Promise<void> {
    const from = { confirm: ['HELD'], release: ['HELD', 'CONFIRMED'], expire: ['HELD'], ship: ['CONFIRMED'] }[kind]!;
    const able = this.model.orders.filter(({ status }) => from.includes(status));
    const order = able[position % able.length];
    if (!order) return;
    await settlements[kind]!(order.id);
    order.status = kind === 'confirm' ? 'CONFIRMED' : 'ENDED';
    if (kind === 'ship') for (const one of goods) this.model.onHand[one]! -= order.quantities[one]!;
  }

  private async adjust(one: number, delta: number): Promise<void> {
    if (delta === 0) return;
    const count = { warehouseCode: 'BER', delta, reason: 'COUNT', note: null, expectedVersion: null } as const;
    const adjusting = adjustStock(
      { em, now: () => new Date() },
      { ...count, variantId: this.variantIds[one]! },
      { staffId: newId(), key: newId() },
    );
    const available = this.model.available(one);
    if (available + delta < 0) return expect(adjusting).rejects.toThrow(new InsufficientStockError(available));
    await adjusting;
    this.model.onHand[one]! += delta;
  }
}

const settlements: Record<string, (orderId: string) => Promise<void>> = {
  confirm: (orderId) => inTransaction(em, (transaction) => confirmReservation(transaction, orderId)),
  release: (orderId) => inTransaction(em, (transaction) => releaseReservation(transaction, orderId)),
  expire: async (orderId) => {
    const [row] = await em.execute<{ id: string }[]>(
      `update reservation set expires_at = now() - interval '1 second' where order_id = ? returning id`,
      [orderId],
    );
    await expireReservation(em, row!.id);
  },
  ship: (orderId) =>
    inTransaction(em, (transaction) =>
      shipReservation({ em: transaction, now: () => new Date() }, { orderId, shipmentId: newId(), eventId: newId() }),
    ),
};

async function statusOf(orderId: string): Promise<string | undefined> {
  const [row] = await em.execute<{ status: string }[]>('select status from reservation where order_id = ?', [orderId]);
  return row?.status;
}

test('whatever is done in whatever order, hot and cold stock are what simple numbers say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const run = new Run([await stockedVariant(em, unitsAtFirst), await stockedVariant(em, unitsAtFirst)]);
      for (const drawn of steps) {
        await run.take(drawn);
        await run.expectToAgree();
      }
    }),
    { numRuns: 30 },
  );
}, 120_000);
