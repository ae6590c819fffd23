import { countLevels, isRefused, type Report, tookMs } from './report.js';

/** For programs. The shape: `verdict`, `base`, `counts`, `tookMs`, `stages`, `findings` as in `checks/finding.ts`. */
export function toJson(report: Report): string {
  const { base, results, preparationMs } = report;
  const stages = results.map((result) => ({ name: result.name, tookMs: result.tookMs, ...countLevels([result]) }));
  const document = {
    verdict: isRefused(report) ? 'refused' : 'passed',
    base,
    counts: countLevels(results),
    tookMs: tookMs(report),
    preparationMs,
    stages,
    findings: results.flatMap(({ findings }) => findings),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
