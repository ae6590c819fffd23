import type { Breach, Invariant } from './invariant.js';
import { type LogLine, linesOf } from './log-files.js';
import { passwordMark } from './password-mark.js';

/** Lines that a process writes which has lost its footing. */
const collapses = /unhandled ?(promise ?)?rejection|uncaught ?exception|heap out of memory|FATAL ERROR|PANIC:/i;

const secrets: Record<string, RegExp> = {
  'a password': new RegExp(passwordMark),
  'a token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/,
  "the provider's key": /\b(sk|rk)_(test|live)_\w{8,}|\bwhsec_\w{8,}/,
  'a private key': /PRIVATE KEY-----|"d":"[\w-]{40,}"/,
};
const digits = /(?<![\w.-])(?:\d[ -]?){12,18}\d(?![\w.-])/g;

/** Processes: none ends unasked, none loses its footing, and none writes down what is nobody's business. */
export const processesLiveAndKeepSecrets: Invariant = {
  id: 'I12',
  holds: 'No process ended by itself; no log tells of an unhandled failure or a secret.',
  check: async ({ world, record }) => {
    const breaches: Breach[] = record.processEnds
      .filter(({ isPlanned }) => !isPlanned)
      .map((end) => ({ sentence: `${end.process} ended by itself: ${end.how}.`, evidence: end }));
    let lines = 0;
    const files = new Set<string>();
    const passwords = Object.values(world.signIns).map(({ password }) => password);
    for await (const line of linesOf(world.logs)) {
      lines += 1;
      files.add(line.file);
      breaches.push(...judgeLine(line, passwords));
    }
    return {
      looked: { 'ends of processes': record.processEnds.length, logs: files.size, 'lines of logs': lines },
      breaches,
    };
  },
};

function judgeLine(line: LogLine, passwords: readonly string[]): Breach[] {
  const said = (sentence: string, evidence: object) => [
    { sentence: `${line.file}:${line.number} ${sentence}.`, evidence },
  ];
  if (collapses.test(line.text)) return said('tells of a failure that nobody handled', line);
  const secret = secretIn(line.text, passwords);
  // The line itself is not repeated: it would carry the secret farther.
  return secret ? said(`holds ${secret}`, { file: line.file, line: line.number }) : [];
}

function secretIn(text: string, passwords: readonly string[]): string | null {
  if (passwords.some((password) => text.includes(password))) return 'a password';
  const named = Object.entries(secrets).find(([, pattern]) => pattern.test(text));
  if (named) return named[0];
  return (text.match(digits) ?? []).some(isCardNumber) ? 'a card number' : null;
}

/** The numbers that issuers give out, with a right last digit (Luhn). */
function isCardNumber(text: string): boolean {
  const number = text.replace(/\D/g, '');
  if (!/^(4\d{12}(\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|6(011|5\d\d)\d{12})$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (1 + (index % 2));
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
