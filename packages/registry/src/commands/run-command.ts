import { describeInputError, RegistryInputError } from '../registry-input.error.js';

/** What a command has to say, and whether it refuses what it was asked for. */
export interface Outcome {
  text: string;
  isRefused?: boolean;
}

/** Runs a command. Exit code 0: done; 1: refused; 2: its input is broken, names what is not there, or the command is. */
export async function runCommand(command: () => Promise<Outcome>): Promise<void> {
  try {
    const { text, isRefused = false } = await command();
    process.stdout.write(`${text}\n`);
    process.exitCode = isRefused ? 1 : 0;
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exitCode = 2;
  }
}

function describe(error: unknown): string {
  if (error instanceof RegistryInputError) return describeInputError(error);
  if (isMisspelled(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** An option that the command does not have, or that needs a value. */
function isMisspelled(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');
}
