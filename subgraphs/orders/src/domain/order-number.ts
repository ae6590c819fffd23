/** Crockford's base 32: no I, L, O or U, so that nobody misreads a number over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What people call an order by: `S-` and 50 random bits, which tell nobody how many orders there are. */
export function newOrderNumber(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return `S-${Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')}`;
}
