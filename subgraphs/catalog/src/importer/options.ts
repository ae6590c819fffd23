import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isCurrencyCode } from '@souk/kit/domain';
import { PlainError } from './plain-error.js';

export interface ImportOptions {
  file: string;
  mapping: string | undefined;
  /** The name under which the file's ids are remembered. */
  source: string | undefined;
  reportFile: string | undefined;
  isDryRun: boolean;
  /** What the file lacks. */
  given: { stock?: number; warehouse?: string; taxClass?: string; currency?: string };
}

export const usage = `npm run import -- FILE.csv [options]

  --mapping NAME      a mapping file (JSON), or a mapping known by its name; guessed from the header when not said
  --source NAME       under which name the ids are remembered; the file's name when not said
  --currency CODE     the currency of the prices, where the file does not say it
  --stock N           how many of each product are there
  --warehouse CODE    where they are
  --tax-class CODE    how they are taxed; standard when nobody says it
  --report FILE       where to write the rows with mistakes; beside the file when not said
  --dry-run           do everything, keep nothing`;

/**
 * Reads the command line. Null when it asks for help.
 * @param folder where relative file names count from.
 * @throws {PlainError} that says what is wrong with it.
 */
export function readOptions(args: readonly string[], folder: string): ImportOptions | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new PlainError(`Exactly one file is needed.\n\n${usage}`);
  const given = {
    ...(values.stock !== undefined && { stock: count(values.stock) }),
    ...(values.warehouse !== undefined && { warehouse: values.warehouse.toUpperCase() }),
    ...(values['tax-class'] !== undefined && { taxClass: values['tax-class'] }),
    ...(values.currency !== undefined && { currency: currency(values.currency) }),
  };
  const { mapping, source, report } = values;
  const isFile = mapping?.includes('.') || mapping?.includes('/');
  return {
    file: resolve(folder, file),
    mapping: mapping !== undefined && isFile ? resolve(folder, mapping) : mapping,
    source,
    reportFile: report === undefined ? undefined : resolve(folder, report),
    isDryRun: values['dry-run'],
    given,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.filter((arg) => arg !== '--'),
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        source: { type: 'string' },
        currency: { type: 'string' },
        stock: { type: 'string' },
        warehouse: { type: 'string' },
        'tax-class': { type: 'string' },
        report: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new PlainError(`${(error as Error).message}\n\n${usage}`);
  }
}

function count(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new PlainError(`--stock is a whole number, not "${text}".`);
  return Number(text);
}

function currency(text: string): string {
  const code = text.toUpperCase();
  if (!isCurrencyCode(code)) throw new PlainError(`--currency is an ISO 4217 code such as EUR, not "${text}".`);
  return code;
}
