import { type Command, readCommand, usage } from './command-line.js';
import { readPlan } from './plan/plan.js';
import { describeShrunken, toJson, toText } from './report/chaos-report.js';
import { Progress } from './report/progress.js';
import { choosePlan } from './run/choose-plan.js';
import { inChaosHome } from './run/in-chaos-home.js';
import { shrinkPlan } from './shrink/shrink-plan.js';

const harnessFailed = 2;

try {
  const command = readCommand(process.argv.slice(2), new Date());
  if (command) process.exitCode = await main(command);
  else process.stdout.write(usage);
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  // People may still be at it; with the harness their world has ended.
  process.exit(harnessFailed);
}

/** Runs what the command says, shows what was found, and returns the exit code. */
async function main(command: Command): Promise<number> {
  const progress = new Progress();
  if (command.shrink !== undefined) return shrink(command.shrink, progress);
  const outcome = await inChaosHome(choosePlan(command), progress);
  process.stdout.write(command.isJson ? toJson(outcome) : toText(outcome));
  return outcome.violations.length === 0 ? 0 : 1;
}

async function shrink(file: string, progress: Progress): Promise<number> {
  const shrunken = await shrinkPlan(readPlan(file), (plan) => inChaosHome(plan, progress), progress);
  process.stdout.write(describeShrunken(shrunken));
  return 1;
}

function describe(error: unknown): string {
  return error instanceof AggregateError ? error.errors.map(describe).join('\n') : (error as Error).message;
}
