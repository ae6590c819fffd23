import { numbers, renderTable, words } from '@souk/bench/report/table';
import { Progress } from '../report/progress.js';
import { runCommand } from '../run-command.js';
import { untilStopped } from '../until-stopped.js';
import { type Command, readCommand, usage } from './command-line.js';
import { type Catch, huntMutant } from './hunt-mutant.js';

await runCommand({ read: readCommand, usage, run: main });

/** Hunts one mutant after the other, shows who was caught, and returns the exit code. */
async function main({ mutants, isJson, ...hunt }: Command): Promise<number> {
  const progress = new Progress();
  const signal = untilStopped('The hunt was stopped.');
  const catches: Catch[] = [];
  for (const mutant of mutants) catches.push(await huntMutant(mutant, { ...hunt, progress, signal }));
  process.stdout.write(isJson ? `${JSON.stringify(catches, null, 2)}\n` : toText(catches));
  return catches.every(isCaught) ? 0 : 1;
}

function isCaught({ brokenBy }: Catch): boolean {
  return brokenBy.length > 0;
}

function toText(catches: readonly Catch[]): string {
  const columns = [words('mutant'), numbers('runs'), words('found out by')];
  const rows = catches.map(({ mutant, runs, brokenBy }) => [mutant, String(runs), brokenBy.join(', ') || 'nothing']);
  const caught = catches.filter(isCaught).length;
  return `${renderTable(columns, rows).join('\n')}\n\n${caught} of ${catches.length} caught.\n`;
}
