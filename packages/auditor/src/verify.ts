import { AuditorInputError } from './auditor-input.error.js';
import { chosenOf, parseVerify, usage } from './command-line.js';
import { readAuditorConfig } from './config.js';
import { describe } from './describe.js';
import { findDatabases } from './find-databases.js';
import { verifyChains } from './verify-chains.js';

try {
  process.exitCode = await verify(process.argv.slice(2));
} catch (error) {
  const isPlain = error instanceof AuditorInputError;
  process.stderr.write(`${isPlain ? error.message : `It could not be verified: ${String(error)}`}\n`);
  process.exitCode = 2;
}

async function verify(args: string[]): Promise<number> {
  if (args.includes('--help')) return tell(usage, 0);
  const wish = parseVerify(args);
  const urls = findDatabases(readAuditorConfig());
  const reports = await verifyChains(urls, chosenOf(wish, Object.keys(urls)));
  const status = reports.every(({ isWhole }) => isWhole) ? 0 : 1;
  return tell(wish.isJson ? JSON.stringify(reports, null, 2) : describe(reports), status);
}

function tell(text: string, status: number): number {
  process.stdout.write(`${text}\n`);
  return status;
}
