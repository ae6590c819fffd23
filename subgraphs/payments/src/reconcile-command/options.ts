import { parseArgs } from 'node:util';

export interface ReconcileOptions {
  /** From when on; null: as far back as the daily round goes. */
  since: Date | null;
  isDryRun: boolean;
}

export const usage = `npm run payments:reconcile -- [options]

Compares what the payment provider has with our payments, refunds and ledger, repairs what the provider's own news
explains, and tells the rest. Exits with 0 when nothing is left, with 1 when something is, with 2 when it could not be done.

  --since WHEN   what was begun from then on: 2026-03-01, 2026-03-01T12:00:00Z, or 90m, 6h, 3d ago; 3d when not said
  --dry-run      compare only: repair nothing, write nothing down`;

/** What somebody can mend in the command line. */
export class UsageError extends Error {
  constructor(problem: string) {
    super(`${problem}\n\n${usage}`);
    this.name = 'UsageError';
  }
}

/** Reads the command line. Null when it asks for help. @throws {UsageError} */
export function readOptions(args: readonly string[], now: Date): ReconcileOptions | null {
  const { values } = parsed(args);
  if (values.help) return null;
  return { since: values.since === undefined ? null : timeOf(values.since, now), isDryRun: values['dry-run'] };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.filter((arg) => arg !== '--'),
      options: {
        since: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

const unitMs: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const timeForm = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

function timeOf(text: string, now: Date): Date {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const ago = count && unit ? new Date(now.getTime() - Number(count) * (unitMs[unit] ?? 0)) : null;
  const time = ago ?? (timeForm.test(text) ? new Date(text) : new Date(Number.NaN));
  if (Number.isNaN(time.getTime())) {
    throw new UsageError(`--since is a time such as 2026-03-01T12:00:00Z, or how long ago such as 6h, not "${text}".`);
  }
  if (time >= now) throw new UsageError(`--since lies in the past; ${text} does not.`);
  return time;
}
