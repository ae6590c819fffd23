import { parseArgs } from 'node:util';

export const scenarioNames = [
  'checkout',
  'browse',
  'buyers',
  'flash-sale',
  'memory',
  'router',
  'subscriptions',
  'refusals',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export interface Command {
  scenario: ScenarioName;
  isJson: boolean;
  /** How long each load is measured. */
  seconds: number;
  /** How many customers shop at a time, load after load. */
  customers: number[];
  /** How often the rush of buyers is repeated, or the comparison of routers. */
  rounds: number;
  /** Which routers are compared; all when nothing is said. */
  only: string[] | undefined;
  /** How many clients watch orders. */
  sockets: number;
}

export const usage = `Measures the running shop (npm start). Best on a machine that does nothing else.

  npm run bench -- checkout    guests buy: orders, events, processor time
  npm run bench -- browse      visitors search and look at products
  npm run bench -- buyers      60 buyers at once of 20 units, again and again
  npm run bench -- flash-sale  3,000 buyers of 500 units, 64 at once; what inventory alone can do
  npm run bench -- memory      what the idle shop takes
  npm run bench -- router      the router compared with others; needs no running shop
  npm run bench -- subscriptions    many sockets on one router; needs no running shop
  npm run bench -- refusals    how soon bad input is refused; needs no running shop

  --seconds 30                 how long each load is measured (checkout, browse; router: 2; subscriptions: 10)
  --customers 1,8,32           how many at a time (checkout, browse)
  --rounds 10                  how many rushes (buyers), how many comparisons (router: 5), how many
                               commits that everybody hears of (subscriptions: 20), how often
                               each kind is sent (refusals: 100)
  --only router,stock          which routers: router, stock, hive, hive-rust, by-hand, same-bytes (router)
  --sockets 10000              how many (subscriptions)
  --json                       only JSON on the standard output; npm run --silent keeps npm's own lines away

Ends with code 1 when a goal is missed.
`;

const options = {
  seconds: { type: 'string' },
  customers: { type: 'string' },
  rounds: { type: 'string' },
  only: { type: 'string' },
  sockets: { type: 'string', default: '10000' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const usualSizes = { seconds: '30', customers: '1,8,32', rounds: '10' };
const usualSizesOf: Partial<Record<ScenarioName, Partial<typeof usualSizes>>> = {
  router: { seconds: '2', rounds: '5' },
  subscriptions: { seconds: '10', rounds: '20' },
  refusals: { rounds: '100' },
};

/** Reads the command line; null when only help was wanted. @throws {Error} that says what is wrong with it. */
export function readCommand(args: string[]): Command | null {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return null;
  const [name, ...others] = positionals;
  const scenario = scenarioNames.find((known) => known === name);
  if (!scenario || others.length > 0) throw new Error(`Say one of ${scenarioNames.join(', ')}.\n\n${usage}`);
  const { seconds, customers, rounds } = { ...usualSizes, ...usualSizesOf[scenario], ...values };
  return {
    scenario,
    isJson: values.json,
    seconds: wholeNumber('--seconds', seconds, 600),
    customers: customers.split(',').map((text) => wholeNumber('--customers', text, 256)),
    rounds: wholeNumber('--rounds', rounds, 100),
    only: values.only?.split(','),
    sockets: wholeNumber('--sockets', values.sockets, 50_000),
  };
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`${option} takes whole numbers from 1 to ${most}, not "${text}".`);
}
