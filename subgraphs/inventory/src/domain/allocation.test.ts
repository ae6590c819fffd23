import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Allocation, allocate, type Line, type Supply, sumByVariant } from './allocation.js';

const warehouses = {
  berlin: { warehouseId: 'berlin', countryCode: 'DE', priority: 1 },
  munich: { warehouseId: 'munich', countryCode: 'DE', priority: 2 },
  lyon: { warehouseId: 'lyon', countryCode: 'FR', priority: 1 },
  unknown: { warehouseId: 'unknown', countryCode: null, priority: 0 },
};

function has(name: keyof typeof warehouses, stock: Record<string, number>): Supply[] {
  return Object.entries(stock).map(([variantId, available]) => ({ ...warehouses[name], variantId, available }));
}

const wants = (demand: Record<string, number>): Line[] =>
  Object.entries(demand).map(([variantId, quantity]) => ({ variantId, quantity }));

function linesOf(allocation: Allocation): string[] {
  if (allocation.outcome === 'SHORT') throw new Error('Something is short.');
  return allocation.lines.map(({ quantity, variantId, warehouseId }) => `${quantity} ${variantId} from ${warehouseId}`);
}

describe('which warehouse serves an order', () => {
  test('one in the country of the destination comes before a nearer priority abroad', () => {
    const supplies = [...has('lyon', { mug: 9 }), ...has('munich', { mug: 9 }), ...has('unknown', { mug: 9 })];
    expect(linesOf(allocate(wants({ mug: 1 }), supplies, 'DE'))).toEqual(['1 mug from munich']);
  });

  test('of several in one country the one with the smaller priority number serves', () => {
    const supplies = [...has('munich', { mug: 9 }), ...has('berlin', { mug: 9 })];
    expect(linesOf(allocate(wants({ mug: 1 }), supplies, 'DE'))).toEqual(['1 mug from berlin']);
  });

  test('one abroad that has everything comes before two at home', () => {
    const supplies = [...has('berlin', { mug: 9 }), ...has('munich', { pot: 9 }), ...has('lyon', { mug: 9, pot: 9 })];
    expect(linesOf(allocate(wants({ mug: 1, pot: 1 }), supplies, 'DE'))).toEqual([
      '1 mug from lyon',
      '1 pot from lyon',
    ]);
  });

  test('a line stays in one piece where one warehouse has enough of it', () => {
    const supplies = [...has('berlin', { mug: 4, pot: 9 }), ...has('lyon', { mug: 5 })];
    expect(linesOf(allocate(wants({ mug: 5, pot: 1 }), supplies, 'DE'))).toEqual([
      '5 mug from lyon',
      '1 pot from berlin',
    ]);
  });

  test('a line that no warehouse can serve alone is split, the best warehouse first', () => {
    const supplies = [...has('lyon', { mug: 4 }), ...has('berlin', { mug: 3 })];
    expect(linesOf(allocate(wants({ mug: 5 }), supplies, 'DE'))).toEqual(['3 mug from berlin', '2 mug from lyon']);
  });

  test('a variant that nobody knows has nothing available', () => {
    expect(allocate(wants({ ghost: 2 }), [], 'DE')).toEqual({
      outcome: 'SHORT',
      shortages: [{ variantId: 'ghost', requested: 2, available: 0 }],
    });
  });

  test('every line that is short is named, and only those', () => {
    const supplies = [...has('berlin', { mug: 1, pot: 9 }), ...has('lyon', { mug: 1, jug: 1 })];
    expect(allocate(wants({ mug: 3, pot: 1, jug: 2 }), supplies, 'DE')).toEqual({
      outcome: 'SHORT',
      shortages: [
        { variantId: 'mug', requested: 3, available: 2 },
        { variantId: 'jug', requested: 2, available: 1 },
      ],
    });
  });
});

const variants = ['a', 'b', 'c', 'd'];
const anyDemand = fc.array(
  fc.record({ variantId: fc.constantFrom(...variants), quantity: fc.integer({ min: 1, max: 30 }) }),
  {
    minLength: 1,
    maxLength: 6,
  },
);
const anySupply = fc
  .uniqueArray(
    fc.record({
      variantId: fc.constantFrom(...variants),
      name: fc.constantFrom(...(Object.keys(warehouses) as (keyof typeof warehouses)[])),
      available: fc.integer({ min: 0, max: 20 }),
    }),
    { selector: ({ variantId, name }) => `${variantId} ${name}` },
  )
  .map((rows) => rows.map(({ variantId, name, available }): Supply => ({ ...warehouses[name], variantId, available })));
const anyCountry = fc.constantFrom('DE', 'FR', 'ES');

function allocateAny(lines: readonly Line[], supplies: readonly Supply[], country: string) {
  const demand = sumByVariant(lines);
  return { demand, plan: allocate(demand, supplies, country) };
}

const total = (lines: readonly { quantity: number }[]) => lines.reduce((sum, { quantity }) => sum + quantity, 0);

describe('whatever is wanted and wherever it lies', () => {
  test('no warehouse gives more than it has, nor the same thing in two lines', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, anyCountry, (lines, supplies, country) => {
        const { plan } = allocateAny(lines, supplies, country);
        if (plan.outcome === 'SHORT') return;
        const keys = plan.lines.map(({ variantId, warehouseId }) => `${variantId} ${warehouseId}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { variantId, warehouseId, quantity } of plan.lines) {
          const supply = supplies.find((one) => one.variantId === variantId && one.warehouseId === warehouseId);
          expect(quantity).toBeGreaterThan(0);
          expect(quantity).toBeLessThanOrEqual(supply?.available ?? 0);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('every line is served in full, or nothing is and the shortages are true', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, anyCountry, (lines, supplies, country) => {
        const { demand, plan } = allocateAny(lines, supplies, country);
        const availableOf = (variantId: string) =>
          supplies.reduce((sum, supply) => sum + (supply.variantId === variantId ? supply.available : 0), 0);
        const short = demand.filter(({ variantId, quantity }) => availableOf(variantId) < quantity);
        expect(plan.outcome).toBe(short.length > 0 ? 'SHORT' : 'ALLOCATED');
        if (plan.outcome === 'SHORT') {
          expect(plan.shortages).toEqual(
            short.map(({ variantId, quantity }) => ({
              variantId,
              requested: quantity,
              available: availableOf(variantId),
            })),
          );
          return;
        }
        for (const { variantId, quantity } of demand)
          expect(total(plan.lines.filter((line) => line.variantId === variantId))).toBe(quantity);
      }),
      { numRuns: 1_000 },
    );
  });

  test('an order is split over warehouses only when no single one could serve it', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, anyCountry, (lines, supplies, country) => {
        const { demand, plan } = allocateAny(lines, supplies, country);
        if (plan.outcome === 'SHORT') return;
        const canServeAlone = (warehouseId: string) =>
          demand.every(({ variantId, quantity }) =>
            supplies.some(
              (one) => one.warehouseId === warehouseId && one.variantId === variantId && one.available >= quantity,
            ),
          );
        const used = new Set(plan.lines.map(({ warehouseId }) => warehouseId));
        const couldServeAlone = Object.values(warehouses).some(({ warehouseId }) => canServeAlone(warehouseId));
        if (couldServeAlone) expect(used.size).toBe(1);
      }),
      { numRuns: 1_000 },
    );
  });

  test('the same order gets the same plan in whatever order the stock is read', () => {
    fc.assert(
      fc.property(anyDemand, anySupply, anyCountry, (lines, supplies, country) => {
        const { demand, plan } = allocateAny(lines, supplies, country);
        expect(allocate(demand, [...supplies].reverse(), country)).toEqual(plan);
      }),
      { numRuns: 1_000 },
    );
  });

  test('lines of one variant count as their sum', () => {
    fc.assert(
      fc.property(anyDemand, (lines) => {
        const sums = sumByVariant(lines);
        expect(new Set(sums.map(({ variantId }) => variantId)).size).toBe(sums.length);
        expect(total(sums)).toBe(total(lines));
      }),
    );
  });
});
