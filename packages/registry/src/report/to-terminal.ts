import { styleText } from 'node:util';
import type { Finding, FindingLevel } from '../checks/finding.js';
import type { CheckResult } from '../checks/run-checks.js';
import { allowanceOf, placeOf, usersOf } from './describe-finding.js';
import { countLevels, isRefused, type Report, seconds, sumUp, tookMs } from './report.js';

const colors = { error: 'red', warning: 'yellow', note: 'dim' } as const;

/** For people at a desk: what is refused and why, a table of the stages, and the verdict. */
export function toTerminal(report: Report, { showNotes = false }: { showNotes?: boolean } = {}): string {
  const shown: FindingLevel[] = showNotes ? ['error', 'warning', 'note'] : ['error', 'warning'];
  const findings = report.results.flatMap((result) => result.findings).filter(({ level }) => shown.includes(level));
  const parts = [...findings.map(describe), stageTable(report), verdict(report, showNotes)];
  return `${parts.join('\n\n')}\n`;
}

function describe(finding: Finding): string {
  const { level, code, coordinate, message, fix } = finding;
  const users = usersOf(finding);
  const lines = [
    `${styleText(colors[level], level.padEnd(7))}  ${styleText('bold', coordinate)}  ${code}`,
    message,
    users && `Used by ${users}.`,
    placeOf(finding),
    fix && `→ ${fix}`,
    allowanceOf(finding),
  ];
  return lines.filter((line) => line !== undefined && line !== '').join('\n         ');
}

function stageTable(report: Report): string {
  const rows = [
    ['stage', 'errors', 'warnings', 'notes', 'time'],
    ['what is compared', '', '', '', seconds(report.preparationMs)],
    ...report.results.map(toRow),
    ['in all', ...Object.values(countLevels(report.results)).map(String), seconds(tookMs(report))],
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => pad(cell, column, widths)).join('  ')).join('\n');
}

function toRow(result: CheckResult): string[] {
  const { error, warning, note } = countLevels([result]);
  return [result.title, ...[error, warning, note].map(String), seconds(result.tookMs)];
}

function pad(cell: string, column: number, widths: readonly number[]): string {
  return column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
}

function verdict(report: Report, showNotes: boolean): string {
  const compared = `compared with ${report.base.slice(0, 12)}`;
  const hint = showNotes || countLevels(report.results).note === 0 ? '' : ' --notes shows the notes as well.';
  if (isRefused(report)) return `${styleText('red', 'Refused')}, ${compared}: ${sumUp(report.results)}.${hint}`;
  return `${styleText('green', 'Passed')}, ${compared}: ${sumUp(report.results)}.${hint}`;
}
