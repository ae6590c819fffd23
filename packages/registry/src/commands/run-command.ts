import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { describeInputError, RegistryInputError } from '../registry-input.error.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a person asks of a command, and where and when. */
export interface Given<Accepted extends Options> {
  /** The root of the repository. */
  root: string;
  /** `YYYY-MM-DD`, in UTC. */
  today: string;
  values: ReturnType<typeof parseArgs<{ options: Accepted }>>['values'];
  /** What is named without an option; empty for a command that takes none. */
  operand: string;
}

export interface Command<Accepted extends Options> {
  /** What it does and how it is called, shown for `--help` and whenever it was called otherwise. */
  usage: string;
  options: Accepted;
  /** What has to be named without an option, such as `folder or file`. */
  operand?: string;
  run(given: Given<Accepted>): Promise<Outcome>;
}

/** What a command has to say, and whether it refuses what it was asked for. */
export interface Outcome {
  text: string;
  isRefused?: boolean;
}

/** From where commands lie compiled. */
const root = join(import.meta.dirname, '../../../../..');

/** Runs a command. Exit code 0: done; 1: refused; 2: its input is broken, names what is not there, or the command is. */
export async function runCommand<Accepted extends Options>(command: Command<Accepted>): Promise<void> {
  enableCompileCache(join(root, '.local/cache/node'));
  try {
    const { text, isRefused = false } = await answer(command);
    process.stdout.write(`${text}\n`);
    process.exitCode = isRefused ? 1 : 0;
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = 2;
  }
}

async function answer<Accepted extends Options>(command: Command<Accepted>): Promise<Outcome> {
  const { values, positionals } = parse(command);
  if (values.help) return { text: command.usage };
  const [operand = ''] = positionals;
  if (command.operand && positionals.length !== 1) throw misspelled(`Expected is one ${command.operand}.`, command);
  const today = new Date().toISOString().slice(0, 10);
  return command.run({ root, today, values: values as Given<Accepted>['values'], operand });
}

function parse<Accepted extends Options>(command: Command<Accepted>) {
  const options: Options = { ...command.options, help: { type: 'boolean', default: false } };
  try {
    return parseArgs({ options, allowPositionals: command.operand !== undefined });
  } catch (error) {
    throw misspelled((error as Error).message, command);
  }
}

function misspelled(problem: string, { usage }: { usage: string }): RegistryInputError {
  return new RegistryInputError(`${problem}\n\n${usage}`);
}

function describe(error: unknown): string {
  if (error instanceof RegistryInputError) return describeInputError(error);
  if (isOfTheSystem(error)) return `The system refuses: ${error.message}. Mend that, and run it again.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A file that may not be read, a disk that is full: nothing that this code could have done otherwise. */
function isOfTheSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
