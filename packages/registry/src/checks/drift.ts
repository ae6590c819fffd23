import type { Drift } from '../publish/generated-file.js';
import type { Finding } from './finding.js';

const generated = 'schema/generated';

/** Whether what is committed is what the code says: one finding for all files, as one command mends them. */
export function driftFindings({ changed, missing, left }: Drift): Finding[] {
  const files = [
    ...changed.map(({ path }) => path),
    ...missing.map(({ path }) => `${path} (is not there)`),
    ...left.map((path) => `${path} (is made from nothing any more)`),
  ];
  if (files.length === 0) return [];
  return [
    {
      check: 'generated',
      level: 'error',
      code: 'NOT_CURRENT',
      coordinate: generated,
      message: `Generated files are not what the code says, and lines are told as they will be: ${files.join(', ')}.`,
      fix: 'Run: npm run generate',
    },
  ];
}

/** What could not be made, for reasons that the generator says. */
export function problemFindings(problems: readonly string[]): Finding[] {
  return problems.map((message) => ({
    check: 'generated',
    level: 'error',
    code: 'NOT_GENERATED',
    coordinate: generated,
    message,
    fix: 'Mend what it names, then run: npm run generate',
  }));
}
