import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '../checkout.mjs';
import { commandTable } from '../commands/command-table.mjs';
import { withLock } from '../home/lock.mjs';
import { complain, report } from '../terminal/report.mjs';
import { countStatus } from './counts.mjs';
import { runTool } from './run-tool.mjs';

const plan = path.join(checkoutFolder, 'chaos/plans/short.json');

const saidWhatIsBroken = 1;

/**
 * Carries out the short plan in a home of its own inside the test home: `npm run chaos` may be at work beside it. Of the
 * runs there, only the last is kept.
 */
export function runShortChaos(state) {
  const { session } = state;
  const folder = path.join(session.home.folder, 'chaos');
  const onWait = (pid) => report(`Waiting for process ${pid}, which does the same.`);
  return withLock(path.join(session.home.run, 'chaos.lock'), () => runIn(folder, state), {
    signal: session.signal,
    onWait,
  });
}

async function runIn(folder, state) {
  const runs = path.join(folder, 'runs');
  fs.rmSync(runs, { recursive: true, force: true });
  const [[command, ...args]] = commandTable.chaos.steps;
  const environment = { SOUK_HOME: folder };
  const status = await runTool(state, { command, args: [...args, '--replay', plan], environment });
  if (status > saidWhatIsBroken) complain(`The run itself failed. Its plan, journal and logs are in ${runs}.`);
  return countStatus(status);
}
