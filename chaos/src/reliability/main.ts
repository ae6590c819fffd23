import fs from 'node:fs';
import path from 'node:path';
import { checkoutFolder } from '@souk/launcher/harness';
import { Progress } from '../report/progress.js';
import { runCommand } from '../run-command.js';
import { untilStopped } from '../until-stopped.js';
import { type Command, readCommand, usage } from './command-line.js';
import { saturationOf } from './document/aggregate.js';
import { goalsOf, isMissed } from './document/goals.js';
import { renderDocument } from './document/render-document.js';
import type { Findings } from './keeping/kept.js';
import { type Keeping, measurePart } from './keeping/measure-part.js';
import { Published } from './keeping/published.js';
import { Results } from './keeping/results.js';
import { readSource } from './keeping/source.js';
import type { PartName } from './parts/part.js';
import { partTable } from './parts/part-table.js';

const stopped = 'Stopped. What was measured is kept: the same command goes on from there.';
const document = path.join(checkoutFolder, 'docs/reliability.md');
const published = new Published(path.join(checkoutFolder, 'docs/reliability.json'));
const results = new Results(path.join(checkoutFolder, '.local/reliability'));

await runCommand({ read: readCommand, usage, run: main });

/** Measures what the command names, writes the document after each part, and returns the exit code. */
async function main(command: Command): Promise<number> {
  const progress = new Progress();
  const { isAgain } = command;
  const keeping = { results, source: readSource(), isAgain, progress, signal: untilStopped(stopped) };
  for (const name of command.parts) {
    await measure(name, command, keeping);
    write();
  }
  write();
  process.stdout.write(`${path.relative(process.cwd(), document)} is written.\n`);
  const findings = allFindings();
  const isIncomplete = command.parts.some((name) => findings[name]?.done.length !== findings[name]?.asked);
  return isIncomplete || goalsOf(findings).some(isMissed) ? 1 : 0;
}

function measure<Name extends PartName>(name: Name, command: Command, keeping: Keeping): Promise<void> {
  const part = partTable[name];
  const saturation = saturationOf(allFindings());
  return measurePart(part, part.tasks({ ...command, saturation }), keeping);
}

function write(): void {
  const findings = allFindings();
  published.write(findings);
  fs.writeFileSync(document, renderDocument(findings));
}

/** Measured here, or before by whoever published. */
function allFindings(): Findings {
  return published.with(results.findings());
}
