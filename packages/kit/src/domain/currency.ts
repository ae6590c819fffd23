import { LRUCache } from 'lru-cache';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether `code` is an ISO 4217 currency code in capitals. */
export function isCurrencyCode(code: string): boolean {
  return currencies.has(code);
}

interface Notation {
  locale: string;
  currency: string;
}

/** Making a format takes fifty times as long as using it. Locales are the clients' to choose. */
const formats = new LRUCache<string, Intl.NumberFormat, Notation>({
  max: 100,
  maxSize: 10_000,
  sizeCalculation: (_format, key) => key.length,
  memoMethod: (_key, _stale, { context: { locale, currency } }) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency }),
});

function formatOf(notation: Notation): Intl.NumberFormat {
  return formats.memo(`${notation.currency} ${notation.locale}`, { context: notation });
}

/** How many digits stand behind the decimal point: 2 for EUR, 0 for JPY. Source: the runtime's CLDR data. */
export function minorUnitDigits(currency: string): number {
  return formatOf({ locale: 'en', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** For people, e.g. `€12.50`. @param locale a BCP 47 tag. @throws {RangeError} when the tag is malformed. */
export function formatMoney(money: { amountMinor: number; currency: string }, locale = 'en'): string {
  const digits = minorUnitDigits(money.currency);
  const sign = money.amountMinor < 0 ? '-' : '';
  const padded = String(Math.abs(money.amountMinor)).padStart(digits + 1, '0');
  const split = padded.length - digits;
  const decimal = `${sign}${padded.slice(0, split)}${digits > 0 ? `.${padded.slice(split)}` : ''}`;
  return formatOf({ locale, currency: money.currency }).format(decimal as `${number}`);
}
