import { randomInt } from 'node:crypto';

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** Two letters, eight digits, their check digit, and two letters, as postal services number parcels. */
export function newTrackingNumber(): string {
  const serial = Array.from(weights, () => randomInt(10));
  return `SK${serial.join('')}${checkDigit(serial)}EM`;
}

export function checkDigit(serial: readonly number[]): number {
  const sum = serial.reduce((total, digit, position) => total + digit * weights[position]!, 0);
  const remainder = 11 - (sum % 11);
  if (remainder === 10) return 0;
  return remainder === 11 ? 5 : remainder;
}
