import { RegistryInputError } from '../registry-input.error.js';
import { isRefused, type Report } from '../report/report.js';
import { toJson } from '../report/to-json.js';
import { toMarkdown } from '../report/to-markdown.js';
import { toTerminal } from '../report/to-terminal.js';
import { openReportFile } from './report-file.js';
import { runCommand } from './run-command.js';

const usage = `Says what the code of the work tree would break of what was promised, and for whom.

  npm run schema:check                          compared with the accepted revision
  npm run schema:check -- --base origin/main    compared with another
  npm run schema:check -- --notes               shows what is harmless as well
  npm run schema:check -- --format markdown     terminal, markdown or json
  npm run schema:check -- --write report.md --write report.json
                                                writes reports as well

Exit code 0: passed; 1: refused; 2: it could not be checked.`;

type Format = (report: Report) => string;

await runCommand({
  usage,
  options: {
    base: { type: 'string' },
    format: { type: 'string', default: 'terminal' },
    write: { type: 'string', multiple: true, default: [] as string[] },
    notes: { type: 'boolean', default: false },
  },
  run: async ({ root, today, values }) => {
    const print = formatNamed(values.format, values.notes);
    const files = values.write.map((path) => ({ write: openReportFile(path), format: formatOf(path) }));
    const { checkWorkTree } = await import('../check-work-tree.js');
    const report = await checkWorkTree({ root, base: values.base, today });
    for (const { write, format } of files) write(format(report));
    return { text: print(report).trimEnd(), isRefused: isRefused(report) };
  },
});

function formatOf(path: string): Format {
  return formatNamed(path.endsWith('.md') ? 'markdown' : path.endsWith('.json') ? 'json' : path, false);
}

function formatNamed(name: string, showNotes: boolean): Format {
  const formats = new Map<string, Format>([
    ['terminal', (report) => toTerminal(report, { showNotes })],
    ['markdown', toMarkdown],
    ['json', toJson],
  ]);
  const format = formats.get(name);
  if (format) return format;
  throw new RegistryInputError(
    `${name} is not a form of report. There are --format terminal, markdown or json, and --write FILE.md or FILE.json.`,
  );
}
