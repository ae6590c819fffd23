import type { CheckName, Finding } from '../checks/finding.js';
import type { CheckResult } from '../checks/run-checks.js';
import { nearNames } from '../operations/near-names.js';
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
  const refused = marked.flatMap(({ findings }) => findings).filter(isRefusal);
  const idle = allowances
    .filter((allowance) => !needed.has(allowance))
    .map((allowance) => toRemark(allowance, refused));
  return [...marked, { name: 'allowances', title: 'Allowances', findings: idle, tookMs: 0 }];
}

/** Of subgraphs that do not compose nothing else is known, and what is generated is made current by one command. */
const neverAllowed: readonly CheckName[] = ['composition', 'generated'];

/** Whether something is refused that may be allowed by name. */
function isRefusal({ level, check }: Finding): boolean {
  return level === 'error' && !neverAllowed.includes(check);
}

function markIfAllowed(finding: Finding, allowances: readonly WrittenAllowance[]): Finding {
  if (!isRefusal(finding)) return finding;
  const allowance = allowances.find(
    ({ code, coordinate }) => code === finding.code && coordinate === finding.coordinate,
  );
  return allowance ? { ...finding, level: 'warning', allowance } : finding;
}

function toRemark({ code, coordinate, line }: WrittenAllowance, refused: readonly Finding[]): Finding {
  return {
    check: 'allowances',
    level: 'warning',
    code: 'ALLOWANCE_NOT_NEEDED',
    coordinate,
    message: `Nothing is refused that the allowance of ${code} is for.`,
    fix: fixFor({ code, coordinate }, refused),
    file: allowancesFile,
    line,
  };
}

/** An entry that allows nothing may be mistyped: what is refused, and looks like it, is what it was meant for. */
function fixFor({ code, coordinate }: Pick<Finding, 'code' | 'coordinate'>, refused: readonly Finding[]): string {
  const near = nearNames(coordinate, [...new Set(refused.map((finding) => finding.coordinate))]);
  const meant = refused.filter(
    (finding) => finding.coordinate === coordinate || (finding.code === code && near.includes(finding.coordinate)),
  );
  if (meant.length === 0) return 'Remove the entry.';
  const names = new Set(meant.map((finding) => `code ${finding.code} and coordinate "${finding.coordinate}"`));
  return `If it is for what is refused here, write ${[...names].join(', or ')}; if not, remove the entry.`;
}
