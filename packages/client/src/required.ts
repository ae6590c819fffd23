/** What a payload says about why it holds nothing. */
interface Refusal {
  code: string;
  message?: string;
}

/** @throws {Error} that says what the shop did not give, and why. */
export function required<Value>(
  value: Value | null | undefined,
  what: string,
  refusals: readonly Refusal[] | undefined = [],
): Value {
  if (value !== null && value !== undefined) return value;
  const reasons = refusals.map(({ code, message }) => (message ? `${code} (${message})` : code));
  throw new Error(`The shop did not give ${what}${reasons.length > 0 ? `: ${reasons.join(', ')}` : ''}.`);
}
