import { figure, megabytes } from '../../report/figures.js';
import { numbers, renderTable, words } from '../../report/table.js';
import type { OperationName } from '../graph/operations.js';
import type { PeerFigures } from '../measure/summarize-slices.js';
import type { PeerName } from '../peers/peer.js';

const titles = [
  ...['per second', 'p50, ms', 'p99, ms', 'CPU, ms'],
  ...['stock ÷ it', 'it ÷ by hand', 'it ÷ bare', 'fetches', 'RSS, MB'],
];

/** What an answer to each operation weighs. */
export type AnswerBytes = ReadonlyMap<OperationName, number>;

/** One table for each operation. */
export function routerTables(
  figures: readonly PeerFigures[],
  names: ReadonlyMap<PeerName, string>,
  answerBytes: AnswerBytes,
): string[][] {
  return [...Map.groupBy(figures, ({ operation }) => operation)].map(([operation, own]) => [
    `${operation}: an answer of ${((answerBytes.get(operation) ?? 0) / 1_000).toFixed(1)} kB`,
    ...renderTable(
      [words('peer'), ...titles.map(numbers)],
      own.map((one) => [names.get(one.peer) ?? one.peer, ...cellsOf(one)]),
    ),
  ]);
}

/** Who did not take part, and why; nothing when all did. */
export function leftOutLines(leftOut: readonly { name: PeerName; reason: string }[]): string[] {
  return leftOut.length === 0 ? [] : ['Left out', ...leftOut.map(({ name, reason }) => `${name}: ${reason}`)];
}

function cellsOf(figures: PeerFigures): string[] {
  const { perSecond, p50, p99, cpuMs, stockToIt, itToByHand, itToBare, fetches, rssBytes } = figures;
  return [
    figure(perSecond, 0),
    figure(p50),
    figure(p99),
    figure(cpuMs, 3),
    figure(stockToIt ?? undefined, 2),
    figure(itToByHand ?? undefined, 2),
    figure(itToBare ?? undefined, 2),
    figure(fetches),
    megabytes(rssBytes),
  ];
}
