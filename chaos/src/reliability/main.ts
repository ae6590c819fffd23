import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '@souk/launcher/harness';
import { Progress } from '../report/progress.js';
import { type Command, readCommand, usage } from './command-line.js';
import { goalsOf, isMissed } from './document/goals.js';
import { renderDocument } from './document/render-document.js';
import { type Keeping, measurePart } from './keeping/measure-part.js';
import { Results } from './keeping/results.js';
import { readSource } from './keeping/source.js';
import type { PartName } from './parts/part.js';
import { partTable } from './parts/part-table.js';

const nothingDone = 2;
const document = path.join(checkoutFolder, 'docs/reliability.md');
const results = new Results(path.join(checkoutFolder, '.local/reliability'));

try {
  const command = readCommand(process.argv.slice(2));
  if (command) process.exitCode = await main(command);
  else process.stdout.write(usage);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(nothingDone);
}

/** Measures what the command names, writes the document after each part, and returns the exit code. */
async function main(command: Command): Promise<number> {
  const progress = new Progress();
  const { isAgain } = command;
  const keeping = { results, source: readSource(), isAgain, progress, signal: untilStopped() };
  for (const name of command.parts) {
    await measure(name, command, keeping);
    write();
  }
  write();
  process.stdout.write(`${path.relative(process.cwd(), document)} is written.\n`);
  const findings = results.findings();
  const isIncomplete = command.parts.some((name) => findings[name]?.done.length !== findings[name]?.asked);
  return isIncomplete || goalsOf(findings).some(isMissed) ? 1 : 0;
}

function measure<Name extends PartName>(name: Name, command: Command, keeping: Keeping): Promise<void> {
  const part = partTable[name];
  return measurePart(part, part.tasks(command), keeping);
}

function write(): void {
  fs.writeFileSync(document, renderDocument(results.findings()));
}

/** Whoever measures for us is told to stop, and cleans up, before we end. */
function untilStopped(): AbortSignal {
  const stopping = new AbortController();
  const stop = () =>
    stopping.abort(new Error('Stopped. What was measured is kept: the same command goes on from there.'));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  return stopping.signal;
}
