/**
 * Choices that were made beforehand, one number each. When they run out, the first possibility is taken: so a shorter list
 * makes a smaller operation, which lets fast-check shrink what it found.
 */
export class Choices {
  private position = 0;

  constructor(private readonly numbers: readonly number[]) {}

  /** A number from 0 up to, and without, the limit. */
  next(limit: number): number {
    const number = this.numbers[this.position] ?? 0;
    this.position += 1;
    return number % limit;
  }

  /** True about once in so many times, never when the choices have run out. */
  oneIn(times: number): boolean {
    return this.next(times) === times - 1;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.next(items.length)] as Item;
  }
}
