import type { CheckName, Finding } from '../checks/finding.js';
import type { CheckResult } from '../checks/run-checks.js';
import { allowancesFile, type WrittenAllowance } from './read-allowances.js';

/**
 * Marks what is allowed by name as a warning, and adds a stage that remarks on entries which allow nothing that is there.
 */
export function applyAllowances(
  results: readonly CheckResult[],
  allowances: readonly WrittenAllowance[],
): CheckResult[] {
  const marked = results.map(({ findings, ...result }) => ({
    ...result,
    findings: findings.map((finding) => markIfAllowed(finding, allowances)),
  }));
  const needed = new Set(marked.flatMap(({ findings }) => findings.flatMap(({ allowance }) => allowance ?? [])));
  const idle = allowances.filter((allowance) => !needed.has(allowance)).map(toRemark);
  return [...marked, { name: 'allowances', title: 'Allowances', findings: idle, tookMs: 0 }];
}

/** Of subgraphs that do not compose nothing else is known, and what is generated is made current by one command. */
const neverAllowed: readonly CheckName[] = ['composition', 'generated'];

function markIfAllowed(finding: Finding, allowances: readonly WrittenAllowance[]): Finding {
  if (finding.level !== 'error' || neverAllowed.includes(finding.check)) return finding;
  const allowance = allowances.find(
    ({ code, coordinate }) => code === finding.code && coordinate === finding.coordinate,
  );
  return allowance ? { ...finding, level: 'warning', allowance } : finding;
}

function toRemark({ code, coordinate, line }: WrittenAllowance): Finding {
  return {
    check: 'allowances',
    level: 'warning',
    code: 'ALLOWANCE_NOT_NEEDED',
    coordinate,
    message: `Nothing is found that the allowance of ${code} is for.`,
    fix: 'Remove the entry.',
    file: allowancesFile,
    line,
  };
}
