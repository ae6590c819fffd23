import { z } from 'zod';

/** What a reason for a deprecation looks like here. */
export const houseForm = 'Use <what>. Removal: YYYY-MM-DD.';

const namesSuccessor = /^(Use .+|Nothing replaces it)\. Removal: /s;

/** The last day on which what is deprecated must be there, `YYYY-MM-DD`, when the reason names one. */
export function removalDate(reason: string): string | undefined {
  const [, date] = /\bRemoval: (\d{4}-\d{2}-\d{2})\b/.exec(reason) ?? [];
  return z.iso.date().safeParse(date).success ? date : undefined;
}

/** Whether a reason says what to use instead, or that there is nothing. */
export function saysWhatToUse(reason: string): boolean {
  return namesSuccessor.test(reason);
}

/** A reason to copy, with half a year for clients to follow, as the SDL has it, and what writes it there. */
export function exampleDeprecation(today: string): string {
  const date = new Date(today);
  date.setUTCMonth(date.getUTCMonth() + 6);
  const reason = `Use <what>. Removal: ${date.toISOString().slice(0, 10)}.`;
  return `@deprecated(reason: "${reason}") (in the code, deprecationReason: '…')`;
}
