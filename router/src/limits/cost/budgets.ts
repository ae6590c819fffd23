import { LRUCache } from 'lru-cache';
import type { BucketSize, Buckets } from '../buckets/bucket.js';
import { Budget } from './budget.js';

/** What became of a wish to spend. */
export interface Spending {
  isAllowed: boolean;
  left: number;
  retryAfterMs: number;
}

const rememberedCallers = 10_000;
const tellEveryMs = 100;
const toldAtOnce = 100;
/** While more than this part of a bucket is left, as far as is known here, nobody is asked. */
const plenty = 0.5;

/**
 * What callers may spend, shared by all routers. A router asks only when a caller's bucket is half empty; until then it
 * lets them spend, and tells the others within 100 ms. So each router can let a caller spend at most half a bucket that
 * is not there; it is written down as debt, which fills up first. Without the others each router counts for itself.
 */
export class Budgets {
  private readonly known = new LRUCache<string, Budget>({ max: rememberedCallers });
  private readonly indebted = new Set<Budget>();
  private timer: NodeJS.Timeout | undefined;

  /** @param shared absent when this router is the only one. It throws when it cannot be had. */
  constructor(
    private readonly shared: Buckets | undefined,
    private readonly now: () => number = Date.now,
  ) {}

  /** Answers at once wherever it can. */
  spend(key: string, size: BucketSize, cost: number): Spending | Promise<Spending> {
    const budget = this.budgetOf(key, size);
    const nowMs = this.now();
    if (!this.shared) return spendHere(budget, cost, nowMs);
    const left = budget.left(nowMs) - cost;
    if (left < size.capacity * plenty) return this.ask(this.shared, budget, cost);
    budget.spend(cost, nowMs);
    budget.owed += cost;
    this.indebted.add(budget);
    this.timer ??= setTimeout(() => void this.tell(), tellEveryMs).unref();
    return { isAllowed: true, left, retryAfterMs: 0 };
  }

  /** Tells what is owed. */
  async tell(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const budgets = [...this.indebted];
    this.indebted.clear();
    for (let start = 0; start < budgets.length; start += toldAtOnce) {
      await this.tellOf(budgets.slice(start, start + toldAtOnce));
    }
  }

  private budgetOf(key: string, size: BucketSize): Budget {
    const known = this.known.get(key);
    if (known) return known;
    const budget = new Budget(key, size);
    this.known.set(key, budget);
    return budget;
  }

  private async ask(shared: Buckets, budget: Budget, cost: number): Promise<Spending> {
    const { key, size } = budget;
    const owed = takeDebt(budget);
    try {
      const { isTaken, retryAfterMs, left } = await shared.draw([{ key, size, amount: cost, owed }]);
      budget.correct(left[0]!, this.now());
      return { isAllowed: isTaken, left: left[0]!, retryAfterMs };
    } catch {
      return spendHere(budget, cost, this.now());
    }
  }

  /** A debt that cannot be told is forgotten: here it is known, and there it would be told too late. */
  private async tellOf(budgets: readonly Budget[]): Promise<void> {
    const draws = budgets.map((budget) => ({ key: budget.key, size: budget.size, amount: 0, owed: takeDebt(budget) }));
    const drawn = await this.shared?.draw(draws).catch(() => undefined);
    const nowMs = this.now();
    for (const [index, left] of drawn?.left.entries() ?? []) budgets[index]?.correct(left, nowMs);
  }
}

function takeDebt(budget: Budget): number {
  const { owed } = budget;
  budget.owed = 0;
  return owed;
}

function spendHere(budget: Budget, cost: number, nowMs: number): Spending {
  const left = budget.left(nowMs);
  if (left >= cost) {
    budget.spend(cost, nowMs);
    return { isAllowed: true, left: left - cost, retryAfterMs: 0 };
  }
  return { isAllowed: false, left, retryAfterMs: Math.ceil(((cost - left) * 1_000) / budget.size.perSecond) };
}
