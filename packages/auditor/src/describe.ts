import type { ChainBreak } from '@souk/kit/audit';
import { textTable } from '@souk/kit/report';
import type { ChainReport } from './verify-chains.js';

const head = ['chain', 'entries', 'waiting', 'head', 'kept elsewhere', 'verdict'];

/** The reports as a table, and a sentence for each chain that is not whole. */
export function describe(reports: readonly ChainReport[]): string {
  const rows = reports.map((report) => [
    report.subgraph,
    String(report.entries),
    String(report.waiting),
    report.head.seq > 0 ? report.head.hash.slice(0, 12) : '–',
    report.keptHeads > 0 ? `${report.keptHeads} by ${report.keepers.join(', ')}` : '–',
    verdictOf(report),
  ]);
  const remarks = reports.flatMap(remarksOn);
  return [...textTable([head, ...rows]), ...(remarks.length > 0 ? ['', ...remarks] : [])].join('\n');
}

function verdictOf(report: ChainReport): string {
  if (report.break) return `BROKEN at ${report.break.seq}: ${report.break.fault}`;
  return report.waitingLong > 0 ? 'NOT LINKED' : 'whole';
}

function remarksOn(report: ChainReport): string[] {
  const remarks = report.break ? [`${report.subgraph}: ${explain(report.break)}`] : [];
  if (report.waitingLong === 0) return remarks;
  return [
    ...remarks,
    `${report.subgraph}: ${report.waitingLong} entries have waited longer than a minute to be linked. Does the subgraph run?`,
  ];
}

function explain({ seq, fault }: ChainBreak): string {
  switch (fault) {
    case 'changed':
      return `Entry ${seq} does not say what it said when it was linked.`;
    case 'missing':
      return `Entry ${seq} is gone.`;
    case 'inserted':
      return `What stands as entry ${seq} was slipped in: the entry behind it was linked to the one before.`;
    case 'reordered':
      return `What stands as entry ${seq} was linked behind another entry than it stands behind.`;
    case 'head differs':
      return `Up to entry ${seq} the chain is another than the one whose head was kept: it was written anew, after the last head that agrees.`;
  }
}
