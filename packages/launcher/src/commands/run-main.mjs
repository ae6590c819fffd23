import { PlainError } from '../plain-error.mjs';
import { complain } from '../terminal/report.mjs';

/** Runs a command's main function; says plainly what went wrong, and exits with failureStatus if something did. */
export async function runMain(main, { failureStatus = 1 } = {}) {
  try {
    requireSupportedSystem();
    process.exitCode = (await main(process.argv.slice(2))) ?? 0;
  } catch (error) {
    complain(`\n${describe(error)}`);
    process.exitCode = failureStatus;
  }
}

function describe(error) {
  if (error instanceof AggregateError) return error.errors.map(describe).join('\n');
  return error instanceof PlainError ? error.message : error.stack;
}

function requireSupportedSystem() {
  if (process.platform === 'win32') throw new PlainError('Souk runs on Linux and macOS; on Windows use WSL.');
  if (Number.parseInt(process.versions.node, 10) < 20)
    throw new PlainError(`Souk needs Node 20 or newer; this is ${process.version}.`);
}
