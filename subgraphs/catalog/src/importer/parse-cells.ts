import { isCurrencyCode, minorUnitDigits } from '@souk/kit/domain';

/** A cell that cannot be read as what it should be. The message completes a sentence that begins with the column. */
export class CellError extends Error {}

/**
 * An amount as people write it: `1,299.00`, `₹ 1 299`, `12.5`. Never through a float.
 * @throws {CellError} for what is no amount, is negative, or is finer than the currency.
 */
export function parsePrice(
  text: string,
  { currency, unit, decimal }: { currency: string; unit: 'major' | 'minor'; decimal: '.' | ',' },
): number {
  const digits = unit === 'minor' ? 0 : minorUnitDigits(currency);
  const bare = text
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^(?:\p{Sc}|[A-Za-z]{1,3}\.?)+|(?:\p{Sc}|[A-Za-z]{1,3})$/gu, '');
  const group = decimal === '.' ? ',' : '.';
  const plain = isGrouped(bare, group, decimal) ? bare.replaceAll(group, '') : bare;
  const match = new RegExp(`^(-?)(\\d+)(?:\\${decimal}(\\d*))?$`).exec(plain);
  if (!match) throw new CellError(`is not an amount: "${text}"`);
  const [, sign, whole = '', fraction = ''] = match;
  if (sign) throw new CellError(`is negative: "${text}"`);
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > digits) throw new CellError(`has more decimals than ${currency}: "${text}"`);
  const amountMinor = Number(whole + significant.padEnd(digits, '0'));
  if (!Number.isSafeInteger(amountMinor)) throw new CellError(`is too large: "${text}"`);
  return amountMinor;
}

/** Whether separators stand where groups of digits end: 1,299 or, in India, 1,29,900. */
function isGrouped(text: string, group: string, decimal: string): boolean {
  const [whole = ''] = text.split(decimal);
  return new RegExp(`^-?\\d{1,3}(?:\\${group}\\d{2,3})*\\${group}\\d{3}$`).test(whole);
}

/** @throws {CellError} for what is not an ISO 4217 code. */
export function parseCurrency(text: string): string {
  const code = text.trim().toUpperCase();
  if (!isCurrencyCode(code)) throw new CellError(`is not a currency: "${text}"`);
  return code;
}

/** @throws {CellError} for what is not a whole number, 0 or more. */
export function parseCount(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(count)) throw new CellError(`is not a whole number: "${text}"`);
  return count;
}

/** A weight in whole grams. @throws {CellError} for what is none. */
export function parseWeight(text: string, unit: 'g' | 'kg'): number {
  const match = /^(\d+(?:[.,]\d+)?)\s*(kg|g)?$/i.exec(text);
  if (!match) throw new CellError(`is not a weight: "${text}"`);
  const [, amount = '', ownUnit = unit] = match;
  return Math.round(Number(amount.replace(',', '.')) * (ownUnit.toLowerCase() === 'kg' ? 1_000 : 1));
}

/** Addresses in one cell: a JSON list, or several with a separator between them. @throws {CellError} for a broken list. */
export function parseImages(text: string, separator: string): string[] {
  const addresses = text.startsWith('[') ? parseList(text) : text.split(separator);
  return [...new Set(addresses.map((address) => address.trim()).filter((address) => address !== ''))];
}

/** A list of texts in JSON. @throws {CellError} when it is none. */
export function parseList(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list;
  } catch {
    // Told below, in the same words as a list of something else.
  }
  throw new CellError(`is not a list of texts: "${shortened(text)}"`);
}

/** As much of a cell as a message can carry. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
