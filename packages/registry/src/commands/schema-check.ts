import { writeFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RegistryInputError } from '../registry-input.error.js';
import { isRefused, type Report } from '../report/report.js';
import { toJson } from '../report/to-json.js';
import { toMarkdown } from '../report/to-markdown.js';
import { toTerminal } from '../report/to-terminal.js';
import { acceptedRevision } from '../state/accepted.js';
import { runCommand } from './run-command.js';

const root = join(import.meta.dirname, '../../../../..');
enableCompileCache(join(root, '.local/cache/node'));

type Format = (report: Report) => string;

/**
 * `npm run schema:check [-- --base REV] [--format terminal|markdown|json] [--write FILE.md|FILE.json]… [--notes]`:
 * says what the work tree's code would break. Exit code 0: passed; 1: refused; 2: it could not be checked.
 */
await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      base: { type: 'string' },
      format: { type: 'string', default: 'terminal' },
      write: { type: 'string', multiple: true, default: [] },
      notes: { type: 'boolean', default: false },
    },
  });
  const formats = formatsFor(values.notes);
  const [print, ...writes] = [values.format, ...values.write.map(formatOfFile)].map((name) => mustBe(name, formats));
  const { checkWorkTree } = await import('../check-work-tree.js');
  const base = values.base ?? (await acceptedRevision(root));
  const report = await checkWorkTree({ root, base, today: new Date().toISOString().slice(0, 10) });
  for (const [index, file] of values.write.entries()) await writeFile(resolve(file), writes[index]?.(report) ?? '');
  return { text: print?.(report).trimEnd() ?? '', isRefused: isRefused(report) };
});

function formatsFor(showNotes: boolean): Record<string, Format> {
  return { terminal: (report) => toTerminal(report, { showNotes }), markdown: toMarkdown, json: toJson };
}

function formatOfFile(file: string): string {
  return file.endsWith('.md') ? 'markdown' : file.endsWith('.json') ? 'json' : file;
}

function mustBe(name: string, formats: Record<string, Format>): Format {
  const format = formats[name];
  if (format) return format;
  throw new RegistryInputError(
    `${name} is not a form of report. There are --format terminal, markdown or json, and --write FILE.md or FILE.json.`,
  );
}
