import type { Drift } from '../publish/generated-file.js';
import type { Finding } from './finding.js';

/** Whether what is committed is what the code says. */
export function driftFindings({ changed, missing, left }: Drift): Finding[] {
  return [
    ...changed.map(({ path }) => toFinding(path, 'It is not what the code says.')),
    ...missing.map(({ path }) => toFinding(path, 'It is made from code and is not there.')),
    ...left.map((path) => toFinding(path, 'What it was made from is not there any more.')),
  ];
}

/** What could not be made, for reasons that the generator says. */
export function problemFindings(problems: readonly string[]): Finding[] {
  return problems.map((message) => ({
    check: 'generated',
    level: 'error',
    code: 'NOT_GENERATED',
    coordinate: 'schema/generated',
    message,
    fix: 'Mend what it names, then run: npm run generate',
  }));
}

function toFinding(path: string, message: string): Finding {
  return {
    check: 'generated',
    level: 'error',
    code: 'NOT_CURRENT',
    coordinate: path,
    message,
    fix: 'Run: npm run generate',
    file: path,
  };
}
