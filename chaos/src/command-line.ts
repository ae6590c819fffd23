import { type FaultPoint, faultPoints } from '@souk/kit/faults';
import { type OtherKind, otherKinds } from './faults/fault-table.js';
import { readArguments } from './read-arguments.js';

export interface Command {
  /** Anything; the same gives the same plan. */
  seed: string;
  minutes: number;
  ordersPerSecond: number;
  /** How often every process and every server is killed, each alone, instead of everything that can go wrong. */
  kills: number | undefined;
  /** The points in the code at which processes are to fail. */
  faultPoints: readonly FaultPoint[];
  /** Of what else goes wrong. */
  kinds: readonly OtherKind[];
  /** A plan to run again, instead of a new one. */
  replay: string | undefined;
  /** Of that plan, only these faults. */
  onlyFaults: number[] | undefined;
  /** A plan to make smaller, as long as it still fails. */
  shrink: string | undefined;
  isJson: boolean;
}

export const usage = `Runs the whole shop on real servers, lets customers buy, makes things go wrong by a plan, and checks
that nothing acknowledged was lost, doubled or wrong. It needs no running shop; a run takes the time of its faults
and some two minutes more.

  npm run chaos                                    one run
  npm run chaos -- --seed 7 --minutes 1.5          the same kind of run each time
  npm run chaos -- --kills 5                       how fast everything comes back that dies
  npm run chaos -- --replay plan.json              the faults of an earlier run again
  npm run chaos -- --replay plan.json --only-faults 3,7
  npm run chaos -- --shrink plan.json              the fewest faults with which it still fails

  --seed text              what the plan is drawn from (the time of day)
  --minutes 1.5            how long faults go on
  --orders-per-second 5    how many orders customers place (with --kills 3)
  --kills 5                nothing but kills (kill -9): every process and every server so often, each alone
  --fault-points a,b       only at these points in the code do processes fail (all of them)
  --kinds a,b              of what else can go wrong, only this (everything): ${otherKinds[0]}, …
  --json                   only JSON on the standard output; npm run --silent keeps npm's own lines away

Ends with code 0 when everything holds, 1 when something does not, 2 when the harness itself failed.
`;

const options = {
  seed: { type: 'string' },
  minutes: { type: 'string' },
  'orders-per-second': { type: 'string' },
  kills: { type: 'string' },
  'fault-points': { type: 'string' },
  kinds: { type: 'string' },
  replay: { type: 'string' },
  'only-faults': { type: 'string' },
  shrink: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parse>['values'];

/** Reads the command line; null when only help was wanted. @throws {Error} that says what is wrong with it. */
export function readCommand(args: string[], now: Date): Command | null {
  const { values } = parse(args);
  if (values.help) return null;
  mustAgree(values);
  return {
    seed: values.seed ?? String(now.getTime()),
    minutes: number('--minutes', values.minutes ?? '1.5', { least: 0.2, most: 240 }),
    ordersPerSecond: number('--orders-per-second', values['orders-per-second'] ?? usualLoad(values), {
      least: 0.1,
      most: 100,
    }),
    kills: values.kills === undefined ? undefined : times('--kills', values.kills, { least: 1, most: 100 }),
    faultPoints: listed(values['fault-points'], 'fault point', faultPoints),
    kinds: listed(values.kinds, 'kind of fault', otherKinds),
    replay: values.replay,
    onlyFaults: values['only-faults']?.split(',').map(faultNumber),
    shrink: values.shrink,
    isJson: values.json,
  };
}

const parse = (args: string[]) => readArguments({ args, options }, usage);

/** Few enough that a machine of two processors does not make those wait that come back. */
function usualLoad({ kills }: Values): string {
  return kills === undefined ? '5' : '3';
}

function mustAgree({ replay, shrink, ...values }: Values): void {
  const ofFaults = (['minutes', 'fault-points', 'kinds'] as const).filter((name) => values[name] !== undefined);
  if (values.kills !== undefined && ofFaults.length > 0)
    throw new Error(
      `With --kills nothing else goes wrong: leave out ${ofFaults.map((name) => `--${name}`).join(', ')}.`,
    );
  if (values['only-faults'] !== undefined && replay === undefined)
    throw new Error('--only-faults chooses from a plan: name it with --replay plan.json.');
  if (replay !== undefined && shrink !== undefined) throw new Error('Say either --replay or --shrink, not both.');
  const ofPlan = (['seed', 'minutes', 'orders-per-second', 'kills', 'fault-points', 'kinds'] as const).filter(
    (name) => values[name] !== undefined,
  );
  if ((replay ?? shrink) === undefined || ofPlan.length === 0) return;
  throw new Error(`The plan says what ${ofPlan.map((name) => `--${name}`).join(', ')} would say: leave it out.`);
}

function number(option: string, text: string, { least, most }: { least: number; most: number }): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new Error(`${option} takes a number from ${least} to ${most}, not "${text}".`);
}

function times(option: string, text: string, bounds: { least: number; most: number }): number {
  const value = number(option, text, bounds);
  if (Number.isInteger(value)) return value;
  throw new Error(`${option} takes a whole number, not "${text}".`);
}

/** All that are known, or those that are named, with commas between. */
function listed<Name extends string>(text: string | undefined, what: string, known: readonly Name[]): readonly Name[] {
  if (text === undefined) return known;
  return text.split(',').map((each) => {
    const name = known.find((candidate) => candidate === each);
    if (name) return name;
    throw new Error(`There is no ${what} "${each}"; there are ${known.join(', ')}.`);
  });
}

function faultNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`--only-faults takes the numbers of faults, e.g. 3,7, not "${text}".`);
}
