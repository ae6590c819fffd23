import type { Finding, FindingLevel } from '../checks/finding.js';
import type { Report } from './report.js';

const measured = 'OPERATION_PLANNED';

/**
 * The findings for people: what weighs most first, at its end what one command makes current; and what is measured of every
 * operation in one line, which would bury the rest. A report for programs has them all.
 */
export function listed({ results }: Report, wanted: FindingLevel): Finding[] {
  const findings = results.flatMap((result) => result.findings).filter(({ level }) => level === wanted);
  const measures = findings.filter(({ code }) => code === measured);
  const others = findings.filter(({ code }) => code !== measured);
  return [
    ...others.filter(({ code }) => code !== 'NOT_CURRENT'),
    ...others.filter(({ code }) => code === 'NOT_CURRENT'),
    ...(measures.length > 1 ? [gathered(measures)] : measures),
  ];
}

function gathered(measures: readonly Finding[]): Finding {
  return {
    check: 'operations',
    level: 'note',
    code: measured,
    coordinate: `${measures.length} operations`,
    message:
      'Each of them can be planned, with no more fetches than before. A report in JSON has what each of them costs.',
  };
}
