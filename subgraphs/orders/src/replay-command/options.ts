import { parseArgs } from 'node:util';
import { isId } from '@souk/kit/domain';

export type ReplayOptions = { all: true } | { all: false; which: { id: string } | { orderNumber: string } };

export const usage = `npm run replay -- order ID      an order's id, or its number such as S-7K2M9QXB4T
npm run replay -- order --all   all orders

Makes an order of its events alone and compares it with its row, column by column.
Exits with 0 when they are equal, with 1 when they differ, with 2 when there is no such order.`;

/** What somebody can mend in the command line. */
export class UsageError extends Error {
  constructor(problem: string) {
    super(`${problem}\n\n${usage}`);
    this.name = 'UsageError';
  }
}

/** Reads the command line. Null when it asks for help. @throws {UsageError} */
export function readOptions(args: readonly string[]): ReplayOptions | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [noun, which, ...others] = positionals;
  if (noun !== 'order') throw new UsageError('Only orders can be replayed.');
  if (others.length > 0 || (which === undefined) !== values.all) throw new UsageError('Name one order, or say --all.');
  if (which === undefined) return { all: true };
  return { all: false, which: isId(which.toLowerCase()) ? { id: which.toLowerCase() } : { orderNumber: which } };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.filter((arg) => arg !== '--'),
      allowPositionals: true,
      options: {
        all: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
