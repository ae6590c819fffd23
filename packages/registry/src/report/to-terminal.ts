import { styleText } from 'node:util';
import type { Finding, FindingLevel } from '../checks/finding.js';
import type { CheckResult } from '../checks/run-checks.js';
import { allowanceOf, placeOf, usersOf } from './describe-finding.js';
import { listed } from './listed.js';
import { countLevels, isRefused, type Report, seconds, sumUp, tookMs } from './report.js';
import { textTable } from './text-table.js';
import { wrap } from './wrap.js';

const indent = ' '.repeat(9);
const columns = 80;
const colors = { error: 'red', warning: 'yellow', note: 'dim' } as const;

/** For people at a desk: what is refused and why, a table of the stages, and the verdict. */
export function toTerminal(report: Report, { showNotes = false }: { showNotes?: boolean } = {}): string {
  const shown: FindingLevel[] = showNotes ? ['error', 'warning', 'note'] : ['error', 'warning'];
  const findings = shown.flatMap((level) => listed(report, level));
  const parts = [...findings.map(describe), stageTable(report), verdict(report, showNotes)];
  return `${parts.join('\n\n')}\n`;
}

function describe(finding: Finding): string {
  const { level, code, coordinate, message, fix } = finding;
  const users = usersOf(finding);
  const head = `${styleText(colors[level], level.padEnd(7))}  ${styleText('bold', coordinate)}`;
  const fits = `${indent}${coordinate}  ${code}`.length <= columns;
  const texts = [message, users && `Used by ${users}.`, placeOf(finding), fix && `→ ${fix}`, allowanceOf(finding)];
  const lines = texts.flatMap((text) => (text ? wrap(text, columns - indent.length) : []));
  return [
    ...(fits ? [`${head}  ${code}`] : [head, `${indent}${code}`]),
    ...lines.map((line) => `${indent}${line}`),
  ].join('\n');
}

function stageTable(report: Report): string {
  const rows = [
    ['what is compared', '', '', '', seconds(report.preparationMs)],
    ...report.results.map(toRow),
    ['in all', ...Object.values(countLevels(report.results)).map(String), seconds(tookMs(report))],
  ];
  return textTable(['stage', 'errors', 'warnings', 'notes', 'time'], rows, { numbersFrom: 1 });
}

function toRow(result: CheckResult): string[] {
  const { error, warning, note } = countLevels([result]);
  return [result.title, ...[error, warning, note].map(String), seconds(result.tookMs)];
}

function verdict(report: Report, showNotes: boolean): string {
  const compared = `compared with ${report.base.slice(0, 12)}`;
  const hint = showNotes || countLevels(report.results).note === 0 ? '' : '\n--notes shows the notes as well.';
  if (isRefused(report)) return `${styleText('red', 'Refused')}, ${compared}: ${sumUp(report.results)}.${hint}`;
  return `${styleText('green', 'Passed')}, ${compared}: ${sumUp(report.results)}.${hint}`;
}
