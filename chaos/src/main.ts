import { type Command, readCommand, usage } from './command-line.js';
import { toJson, toText } from './report/chaos-report.js';
import { Progress } from './report/progress.js';
import { choosePlan } from './run/choose-plan.js';
import { inChaosHome } from './run/in-chaos-home.js';

const harnessFailed = 2;

try {
  const command = readCommand(process.argv.slice(2), new Date());
  if (command) process.exitCode = await main(command);
  else process.stdout.write(usage);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  // People may still be at it; with the harness their world has ended.
  process.exit(harnessFailed);
}

/** Runs what the command says, shows what was found, and returns the exit code. */
async function main(command: Command): Promise<number> {
  const progress = new Progress();
  const { status, outcome } = await inChaosHome(choosePlan(command), progress);
  if (!outcome) return status;
  process.stdout.write(command.isJson ? toJson(outcome) : toText(outcome));
  return outcome.violations.length === 0 ? 0 : 1;
}
