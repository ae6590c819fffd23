import { DomainError } from './domain-error.js';

export class CurrencyMismatchError extends DomainError {
  readonly code = 'CURRENCY_MISMATCH';
  constructor(left: string, right: string) {
    super(`Amounts in ${left} and ${right} cannot be added up.`);
  }
}

/** An amount in whole minor units (cents for EUR, yen for JPY) of one ISO 4217 currency. Never changed. */
export class Money {
  private constructor(
    readonly amountMinor: number,
    readonly currency: string,
  ) {}

  /** @throws {RangeError} when `amountMinor` is not a whole number up to 2^53 − 1. */
  static of(amountMinor: number, currency: string): Money {
    if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`Money needs whole minor units, got ${amountMinor}.`);
    return new Money(amountMinor, currency);
  }

  static zero(currency: string): Money {
    return Money.of(0, currency);
  }

  /** @throws {CurrencyMismatchError} when one amount is in another currency. */
  static sum(amounts: readonly Money[], currency: string): Money {
    return amounts.reduce((total, amount) => total.plus(amount), Money.zero(currency));
  }

  get isZero(): boolean {
    return this.amountMinor === 0;
  }

  /** @throws {CurrencyMismatchError} when the other amount is in another currency. */
  plus(other: Money): Money {
    this.mustMatch(other);
    return Money.of(this.amountMinor + other.amountMinor, this.currency);
  }

  /** @throws {CurrencyMismatchError} when the other amount is in another currency. */
  minus(other: Money): Money {
    return this.plus(other.times(-1));
  }

  /** @param factor a whole number, usually a quantity. */
  times(factor: number): Money {
    return Money.of(this.amountMinor * factor, this.currency);
  }

  /**
   * The share of this amount that `basisPoints` (1/100 of a percent) of it make, rounded half away from zero.
   * This is the one rounding rule of the shop: per line, never per unit.
   */
  basisPoints(basisPoints: number): Money {
    return Money.of(roundedQuotient(BigInt(this.amountMinor) * BigInt(basisPoints), 10_000n), this.currency);
  }

  /** The tax that is already inside this amount at a rate of `basisPoints`, by the same rounding rule. */
  includedBasisPoints(basisPoints: number): Money {
    const rate = BigInt(basisPoints);
    return Money.of(roundedQuotient(BigInt(this.amountMinor) * rate, 10_000n + rate), this.currency);
  }

  isLessThan(other: Money): boolean {
    this.mustMatch(other);
    return this.amountMinor < other.amountMinor;
  }

  equals(other: Money): boolean {
    return this.amountMinor === other.amountMinor && this.currency === other.currency;
  }

  toJSON(): { amountMinor: number; currency: string } {
    return { amountMinor: this.amountMinor, currency: this.currency };
  }

  private mustMatch(other: Money): void {
    if (this.currency !== other.currency) throw new CurrencyMismatchError(this.currency, other.currency);
  }
}

function roundedQuotient(dividend: bigint, divisor: bigint): number {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return Number(dividend < 0n ? -rounded : rounded);
}
