import { readArguments } from '../read-arguments.js';
import type { Mutant } from './mutant.js';
import { mutants } from './mutant-table.js';

export interface Command {
  mutants: readonly Mutant[];
  seeds: number;
  minutes: number;
  ordersPerSecond: number;
  isJson: boolean;
}

export const usage = `Checks the checker: runs variants of the shop that break one promise each, until a run finds out.
A mutant that gets through all its seeds is a hole in the invariants.

  npm run chaos:mutants                         all of them, which takes an hour or more
  npm run chaos:mutants -- no-inbox status-dropped

  --seeds 20               how many runs a mutant may survive
  --minutes 1              how long faults go on in each
  --orders-per-second 5    how many orders customers place
  --json                   only JSON on the standard output

${mutants.map(({ name, breaks }) => `  ${name.padEnd(24)} ${breaks}`).join('\n')}

Ends with code 0 when all were caught, 1 when one got through, 2 when the harness itself failed.
`;

const options = {
  seeds: { type: 'string', default: '20' },
  minutes: { type: 'string', default: '1' },
  'orders-per-second': { type: 'string', default: '5' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line; null when only help was wanted. @throws {Error} that says what is wrong with it. */
export function readCommand(args: string[]): Command | null {
  const { values, positionals } = readArguments({ args, options, allowPositionals: true }, usage);
  if (values.help) return null;
  return {
    mutants: positionals.length > 0 ? positionals.map(mutantCalled) : mutants,
    seeds: number('--seeds', values.seeds),
    minutes: number('--minutes', values.minutes),
    ordersPerSecond: number('--orders-per-second', values['orders-per-second']),
    isJson: values.json,
  };
}

function mutantCalled(name: string): Mutant {
  const mutant = mutants.find((known) => known.name === name);
  if (mutant) return mutant;
  throw new Error(`There is no mutant ${name}; there are ${mutants.map((known) => known.name).join(', ')}.`);
}

function number(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value <= 100) return value;
  throw new Error(`${option} takes a number above 0, up to 100, not "${text}".`);
}
