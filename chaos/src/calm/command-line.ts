import { readArguments } from '../read-arguments.js';

export interface CalmCommand {
  seed: string;
  seconds: number;
  ordersPerSecond: number;
  isJson: boolean;
}

export const usage = `Lets customers, guests and staff use the running shop for a while, with nothing going wrong but what they do
themselves, and checks everything when they have left. Needs npm start, with its demo data.

  npm run chaos:calm
  npm run chaos:calm -- --seconds 60 --orders-per-second 2

  --seed text              what people do is drawn from it (the time of day)
  --seconds 30             how long they shop; some two minutes more until all is at rest and looked at
  --orders-per-second 2    how many trips begin, nearly each with one order
  --json                   only JSON on the standard output; npm run --silent keeps npm's own lines away

Ends with code 0 when everything holds, 1 when something does not, 2 when that could not be found out.
`;

const options = {
  seed: { type: 'string' },
  seconds: { type: 'string', default: '30' },
  'orders-per-second': { type: 'string', default: '2' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Reads the command line; null when only help was wanted. @throws {Error} that says what is wrong with it. */
export function readCalmCommand(args: string[], now: Date): CalmCommand | null {
  const { values } = readArguments({ args, options }, usage);
  if (values.help) return null;
  return {
    seed: values.seed ?? String(now.getTime()),
    seconds: number('--seconds', values.seconds, { least: 1, most: 3_600 }),
    ordersPerSecond: number('--orders-per-second', values['orders-per-second'], { least: 0.1, most: 100 }),
    isJson: values.json,
  };
}

function number(name: string, text: string, { least, most }: { least: number; most: number }): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new Error(`${name} is a number from ${least} to ${most}, not "${text}".`);
}
