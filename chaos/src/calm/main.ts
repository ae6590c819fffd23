import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Random } from '../random.js';
import { renderChecks } from '../report/check-table.js';
import { renderLoad } from '../report/load-table.js';
import { runCommand } from '../run-command.js';
import { type CalmCommand, readCalmCommand, usage } from './command-line.js';
import { readCalmConfig } from './config.js';
import { runCalm } from './run-calm.js';
import { worldOfStack } from './world-of-stack.js';

await runCommand({ read: (args) => readCalmCommand(args, new Date()), usage, run: main });

async function main({ seed, isJson, ...load }: CalmCommand): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'souk-calm-'));
  process.stderr.write(`People shop for ${load.seconds} s; what they ask and are told goes to ${folder}\n`);
  const run = await runCalm(worldOfStack(readCalmConfig().SOUK_STACK_FILE, folder), {
    random: new Random(seed),
    ...load,
  });
  const lines = [
    ...renderLoad(run.load, run.orders),
    '',
    ...renderChecks(run),
    ...run.unrest.map((what) => `Not at rest: ${what}`),
  ];
  process.stdout.write(isJson ? `${JSON.stringify({ seed, ...run }, null, 2)}\n` : `${lines.join('\n')}\n`);
  return run.violations.length === 0 ? 0 : 1;
}
