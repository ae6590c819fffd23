import { readArguments } from '../read-arguments.js';
import type { PartName, Sizes } from './parts/part.js';
import { partNames, partTable } from './parts/part-table.js';

export interface Command extends Omit<Sizes, 'saturation'> {
  /** What is measured; none when the document is only to be written. */
  parts: readonly PartName[];
  /** Whether what was measured before, at the same commit and size, is measured anew. */
  isAgain: boolean;
}

export const usage = `Measures how reliable the shop is and writes docs/reliability.md, on servers of its own. Everything takes
some hours; what is interrupted goes on where it was. Best on a machine that does nothing else.

  npm run reliability                       every part, then the document
  npm run reliability -- runs soak          only these parts, then the document of all that is kept
  npm run reliability -- --render           only the document

Parts
${partNames.map((name) => `  ${name.padEnd(12)} ${partTable[name].about}`).join('\n')}

  --seeds 1-20             of the short runs
  --minutes 1.5            how long faults go on (runs: 1.5, soak: 30, mutants: 1)
  --orders-per-second 3.5  how many orders customers place; without it a share of the most that the machine served when
                           latency was measured (runs, soak, mutants: 60 % and at most 15, recovery: 30 %)
  --kills 5                how often each component is killed (recovery)
  --seconds 30             how long each load is measured (latency)
  --again                  measures anew what is kept of this commit and size

What is measured is kept in .local/reliability, and what the document was written from in docs/reliability.json. Ends
with code 0 when every goal that was measured is met, 1 when one is missed or something could not be measured, 2 when
nothing could be done.
`;

const options = {
  render: { type: 'boolean', default: false },
  again: { type: 'boolean', default: false },
  seeds: { type: 'string', default: '1-20' },
  minutes: { type: 'string' },
  'orders-per-second': { type: 'string' },
  kills: { type: 'string', default: '5' },
  seconds: { type: 'string', default: '30' },
  help: { type: 'boolean', default: false },
} as const;

const mostSeeds = 1_000;

/** Reads the command line; null when only help was wanted. @throws {Error} that says what is wrong with it. */
export function readCommand(args: string[]): Command | null {
  const { values, positionals } = readArguments({ args, options, allowPositionals: true }, usage);
  if (values.help) return null;
  if (values.render && positionals.length > 0) throw new Error('--render measures nothing: name no part.');
  const named = positionals.map(partCalled);
  return {
    parts: values.render ? [] : partNames.filter((name) => named.length === 0 || named.includes(name)),
    isAgain: values.again,
    seeds: seedsIn(values.seeds),
    ...sizesIn(values),
    kills: number('--kills', values.kills, { least: 1, most: 100 }),
    seconds: number('--seconds', values.seconds, { least: 1, most: 600 }),
  };
}

/** What nobody says is left to each part. */
function sizesIn({ minutes, 'orders-per-second': orders }: { minutes?: string; 'orders-per-second'?: string }) {
  return {
    ...(minutes !== undefined && { minutes: number('--minutes', minutes, { least: 0.2, most: 240 }) }),
    ...(orders !== undefined && { ordersPerSecond: number('--orders-per-second', orders, { least: 0.1, most: 100 }) }),
  };
}

function partCalled(text: string): PartName {
  const name = partNames.find((known) => known === text);
  if (name) return name;
  throw new Error(`There is no part ${text}; there are ${partNames.join(', ')}.`);
}

/** @param text such as `1-20` or `3,7,11-13`. */
function seedsIn(text: string): number[] {
  const seeds = text.split(',').flatMap((piece) => {
    const [, first, last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(piece) ?? [];
    const count = Number(last) - Number(first) + 1;
    if (!(count >= 1 && count <= mostSeeds)) throw new Error(`--seeds takes such as 1-20 or 3,7, not "${text}".`);
    return Array.from({ length: count }, (_, index) => Number(first) + index);
  });
  return [...new Set(seeds)];
}

function number(option: string, text: string, { least, most }: { least: number; most: number }): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new Error(`${option} takes a number from ${least} to ${most}, not "${text}".`);
}
