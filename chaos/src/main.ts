import { type Command, readCommand, usage } from './command-line.js';
import { readPlan } from './plan/plan.js';
import { describeShrunken, toJson, toText } from './report/chaos-report.js';
import { Progress } from './report/progress.js';
import { choosePlan } from './run/choose-plan.js';
import { inChaosHome } from './run/in-chaos-home.js';
import { runCommand } from './run-command.js';
import { shrinkPlan } from './shrink/shrink-plan.js';

await runCommand({ read: (args) => readCommand(args, new Date()), usage, run: main });

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
