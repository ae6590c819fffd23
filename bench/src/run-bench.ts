import type { Command, ScenarioName } from './command-line.js';
import { type BenchConfig, readBenchConfig } from './config.js';
import type { LoadScenario } from './load/load-scenario.js';
import { type Level, measureLevels } from './load/measure-levels.js';
import { Databases } from './measure/databases.js';
import { type Machine, readMachine, readSurroundings, type Surroundings } from './measure/surroundings.js';
import type { Outcome } from './outcome.js';
import { runRefusals } from './refusals/run-refusals.js';
import type { Goal } from './report/goals.js';
import { cpuTable, eventTable, failureLines, speedTable } from './report/level-tables.js';
import type { Progress } from './report/progress.js';
import { describeRush, rushTable } from './report/rush-table.js';
import { runRouter } from './router/run-router.js';
import { browse, browseGoals } from './scenarios/browse.js';
import { checkout, checkoutGoals } from './scenarios/checkout.js';
import { runFlashSale } from './scenarios/flash-sale.js';
import { isAsItMustBe, type Rush } from './scenarios/judge-rush.js';
import { measureMemory, memoryGoals, memoryTable } from './scenarios/memory.js';
import { type RushRequest, type RushSize, runRush } from './scenarios/rush.js';
import { enterAsManager } from './shop/visitors.js';
import { type RunningStack, readRunningStack } from './stack/running-stack.js';
import { runSubscriptions } from './subscriptions/run-subscriptions.js';

/** What was found, and where. */
export interface Finding {
  outcome: Outcome;
  surroundings: Machine | Surroundings;
}

interface BenchWork {
  command: Command;
  config: BenchConfig;
  stack: RunningStack;
  progress: Progress;
}

/** Runs what the command names. */
export async function runBench(command: Command, progress: Progress): Promise<Finding> {
  const { scenario } = command;
  if (scenario === 'router') return { surroundings: readMachine(), outcome: await runRouter({ command, progress }) };
  if (scenario === 'subscriptions')
    return { surroundings: readMachine(), outcome: await runSubscriptions({ command, progress }) };
  if (scenario === 'refusals')
    return { surroundings: readMachine(), outcome: await runRefusals({ command, progress }) };
  const config = readBenchConfig();
  const stack = readRunningStack(config.SOUK_STACK_FILE);
  const surroundings = await readSurroundings(stack);
  return { surroundings, outcome: await runInShop(scenario, { command, config, stack, progress }) };
}

async function runInShop(
  scenario: Exclude<ScenarioName, 'router' | 'subscriptions' | 'refusals'>,
  work: BenchWork,
): Promise<Outcome> {
  const { SOUK_URL, DEMO_MANAGER_PASSWORD } = work.config;
  switch (scenario) {
    case 'checkout':
      return runLoads(work, await checkout(SOUK_URL, DEMO_MANAGER_PASSWORD), checkoutGoals);
    case 'browse':
      return runLoads(work, await browse(SOUK_URL), browseGoals);
    case 'buyers':
      return runRushes(work);
    case 'flash-sale':
      return runFlashSale(await rushRequest(work));
    case 'memory':
      return runMemory(work);
  }
}

async function runLoads(
  { command, stack, progress }: BenchWork,
  scenario: LoadScenario,
  goalsOf: (levels: readonly Level[]) => Goal[],
): Promise<Outcome> {
  try {
    const { customers, seconds } = command;
    const levels = await Databases.use(stack, (databases) =>
      measureLevels({ scenario, customers, seconds, stack, databases, progress }),
    );
    const hasEvents = levels.some(({ events }) => events.events > 0);
    return {
      title: `${command.scenario}: ${scenario.operation}`,
      figures: { levels },
      tables: [
        speedTable(levels, scenario.steps),
        hasEvents ? eventTable(levels) : [],
        cpuTable(levels),
        failureLines(levels),
      ].filter((lines) => lines.length > 0),
      goals: goalsOf(levels),
    };
  } finally {
    await scenario.finish();
  }
}

const usualRush: RushSize = { buyers: 60, units: 20, atOnce: 60, isHot: false };

async function runRushes(work: BenchWork): Promise<Outcome> {
  const rushes: Rush[] = [];
  for (let round = 1; round <= work.command.rounds; round++) {
    const rush = await runRush({ ...(await rushRequest(work)), size: usualRush });
    rushes.push(rush);
    work.progress.note(describeRush(rush, round));
  }
  const { buyers, units } = usualRush;
  const wrong = rushes.filter((rush) => !isAsItMustBe(rush, usualRush)).length;
  return {
    title: `buyers: ${buyers} at once of ${units} units of a new product`,
    figures: { buyers, units, rushes },
    tables: [rushTable(rushes)],
    goals: [
      {
        name: `rounds without exactly ${units} paid orders and books that add up`,
        measured: wrong,
        atMost: 0,
        unit: 'rounds',
      },
    ],
  };
}

async function rushRequest({ config, stack, progress }: BenchWork): Promise<Omit<RushRequest, 'size'>> {
  const { SOUK_URL: url, SOUK_STRIPE_EMULATOR_URL: emulatorUrl } = config;
  const manager = await enterAsManager(url, config.DEMO_MANAGER_PASSWORD);
  return { url, emulatorUrl, stack, manager, progress };
}

async function runMemory({ stack, progress }: BenchWork): Promise<Outcome> {
  const figures = await measureMemory(stack, progress);
  return {
    title: 'memory: the whole shop while nobody uses it',
    figures,
    tables: [memoryTable(figures)],
    goals: memoryGoals(figures),
  };
}
