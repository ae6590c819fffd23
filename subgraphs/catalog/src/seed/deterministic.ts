import { createHash } from 'node:crypto';

/** The demo's own namespace: the same key gives the same id at every run. */
const namespace = Buffer.from('8f3c6a1e5b7d4c2f9a0e1d2c3b4a5968', 'hex');

/** A UUIDv5 of a key in the demo's namespace. */
export function idOf(key: string): string {
  const hash = createHash('sha1').update(namespace).update(key).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A number from 0 (included) to 1 that looks random and is always the same for a key (FNV-1a). */
export function fractionOf(key: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(key)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** One of the choices, always the same for a key. */
export function choiceOf<Choice>(choices: readonly Choice[], key: string): Choice {
  const choice = choices[Math.floor(fractionOf(key) * choices.length)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

/** A whole number between two bounds, both included, always the same for a key. */
export function numberOf([from, to]: readonly [number, number], key: string): number {
  return from + Math.floor(fractionOf(key) * (to - from + 1));
}
