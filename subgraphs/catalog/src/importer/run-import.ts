import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { CatalogWork } from '../use-cases/catalog-work.js';
import { type ChosenMapping, mappingFor, mustFit, namedMapping } from './choose-mapping.js';
import { ErrorReport } from './error-report.js';
import { type ImportCounts, importFile } from './import-file.js';
import type { Mapping } from './mapping.js';
import type { ImportOptions } from './options.js';
import { PlainError } from './plain-error.js';
import { describe, ProgressDisplay, type Terminal } from './progress-display.js';
import { openRows, type RowSource } from './read-rows.js';

/**
 * Imports a file and tells about it. Returns the exit code: 0, or 1 when nothing could be imported.
 * @throws {PlainError} for what the person at the terminal can put right; otherwise what `signal` was aborted with.
 */
export async function runImport(
  work: CatalogWork,
  options: ImportOptions,
  { terminal, signal }: { terminal: Terminal; signal: AbortSignal },
): Promise<number> {
  const startedAt = performance.now();
  const { source, mapping } = await openFile(options, terminal);
  const display = new ProgressDisplay(terminal);
  const report = new ErrorReport(options.reportFile ?? `${withoutExtension(options.file)}.errors.csv`);
  try {
    const counts = await importFile(work, {
      plan: { source: options.source ?? basename(withoutExtension(options.file)), mapping, isDryRun: options.isDryRun },
      file: source,
      signal,
      onErrors: (errors) => report.add(errors),
      onProgress: (soFar) => display.show(soFar, source.progress()),
    });
    display.end();
    const seconds = (performance.now() - startedAt) / 1_000;
    terminal.write(summaryOf(counts, { seconds, report, isDryRun: options.isDryRun }));
    return counts.created + counts.updated + counts.unchanged > 0 ? 0 : 1;
  } finally {
    report.close();
  }
}

async function openFile(options: ImportOptions, terminal: Terminal): Promise<{ source: RowSource; mapping: Mapping }> {
  const { file } = options;
  const info = await stat(file).catch(() => null);
  if (!info?.isFile()) throw new PlainError(`There is no file ${file}.`);
  const named = options.mapping === undefined ? null : await namedMapping(options.mapping);
  const { delimiter } = named?.mapping ?? {};
  const source = await openRows(file, { delimiter, sizeBytes: info.size }).catch((error: Error) => {
    throw new PlainError(`${file} cannot be read: ${error.message}.`);
  });
  if (source.header.length === 0) throw new PlainError(`${file} is empty.`);
  const chosen = named ?? mappingFor(source.header);
  mustFit(chosen, source.header);
  terminal.write(`${chosen.origin} is used.\n`);
  return { source, mapping: completed(chosen, options) };
}

/** The mapping with what was given on the command line. @throws {PlainError} when something is still lacking. */
function completed({ mapping }: ChosenMapping, { given }: ImportOptions): Mapping {
  const defaults = { ...mapping.defaults, ...given };
  if (defaults.currency === undefined && mapping.columns.currency === undefined)
    throw new PlainError('The file does not say the currency of its prices. Say it with --currency CODE.');
  if (defaults.stock !== undefined && defaults.warehouse === undefined && mapping.columns.warehouse === undefined)
    throw new PlainError('--stock needs --warehouse CODE.');
  return { ...mapping, defaults };
}

function summaryOf(
  counts: ImportCounts,
  { seconds, report, isDryRun }: { seconds: number; report: ErrorReport; isDryRun: boolean },
): string {
  const lines = [`${describe(counts)}, in ${seconds.toFixed(1)} s.`];
  if (isDryRun) lines.push('This was a rehearsal: nothing was kept.');
  for (const { row, column, message } of report.first)
    lines.push(`  row ${row}${column ? `, ${column}` : ''}: ${message}`);
  if (counts.refused > 0) lines.push(`All mistakes are in ${report.file}`);
  return `${lines.join('\n')}\n`;
}

function withoutExtension(file: string): string {
  return file.slice(0, file.length - extname(file).length);
}
