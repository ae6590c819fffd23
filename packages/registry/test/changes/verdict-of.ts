import type { Finding, FindingLevel } from '../../src/checks/finding.js';
import type { Said, Verdict } from './change.js';

/** The verdict that findings make together. The measures of operations are always there, and say nothing of it. */
export function verdictOf(findings: readonly Finding[]): Verdict<string> {
  const news = findings.filter(({ code }) => code !== 'OPERATION_PLANNED');
  const [refused, warned, passed] = [saidOf(news, 'error'), saidOf(news, 'warning'), saidOf(news, 'note')];
  if (Object.keys(refused).length > 0) return { refused };
  return Object.keys(warned).length > 0 ? { warned } : { passed };
}

function saidOf(findings: readonly Finding[], wanted: FindingLevel): Said<string> {
  const found = findings.filter(({ level }) => level === wanted);
  const byName = Map.groupBy(found, ({ code, coordinate }) => `${code} ${coordinate}`);
  return Object.fromEntries(
    [...byName].map(([name, alike]) => [name, alike.map(({ fix, message }) => fix ?? message).join('\n')]),
  );
}
