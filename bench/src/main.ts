import { type Command, readCommand, usage } from './command-line.js';
import { toJson, toText } from './outcome.js';
import { isMet } from './report/goals.js';
import { Progress } from './report/progress.js';
import { runBench } from './run-bench.js';

try {
  const command = readCommand(process.argv.slice(2));
  if (command) process.exitCode = await main(command);
  else process.stdout.write(usage);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

/** Measures, shows what was found, and returns the exit code: 1 when a goal was missed. */
async function main(command: Command): Promise<number> {
  const progress = new Progress();
  const { outcome, surroundings } = await runBench(command, progress).finally(() => progress.clear());
  const { isJson, scenario } = command;
  process.stdout.write(isJson ? toJson(scenario, outcome, surroundings) : toText(outcome, surroundings));
  return outcome.goals.every(isMet) ? 0 : 1;
}
