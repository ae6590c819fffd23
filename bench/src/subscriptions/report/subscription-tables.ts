import { figure, megabytes } from '../../report/figures.js';
import { numbers, renderTable, words } from '../../report/table.js';
import type { Changes, SubscriptionFigures } from './subscription-figures.js';

const titles = [
  'commits',
  'deliveries',
  'CPU each, µs',
  'fetches each',
  'p50, ms',
  'last p50, ms',
  'last p99, ms',
  'RSS, MB',
];

export function subscriptionTables({
  sockets,
  commitsPerSecond,
  rest,
  same,
  distinct,
}: SubscriptionFigures): string[][] {
  return [
    [
      'Sockets over which nothing happens',
      ...renderTable(
        [words('the router'), numbers('RSS, MB'), numbers('for each, kB')],
        [
          ['without any', megabytes(rest.rssBefore), '–'],
          [
            `with ${rest.connected}`,
            megabytes(rest.rssBefore + rest.rssPerSocket * rest.connected),
            figure(rest.rssPerSocket / 1_024),
          ],
        ],
      ),
    ],
    [
      'From a commit to the clients; processor time for each delivery, fetches of subgraphs for each commit',
      ...renderTable(
        [words('who watches'), ...titles.map(numbers)],
        [
          [`all the same order, 1 % asleep`, ...cellsOf(same)],
          [`each its own of ${sockets}, ${commitsPerSecond} commits/s`, ...cellsOf(distinct)],
        ],
      ),
    ],
  ];
}

function cellsOf({ commits, deliveries, cpuUsPerDelivery, fetchesPerCommit, each, last, rss }: Changes): string[] {
  return [
    figure(commits, 0),
    figure(deliveries, 0),
    figure(cpuUsPerDelivery),
    figure(fetchesPerCommit, 2),
    figure(each?.p50),
    figure(last?.p50),
    figure(last?.p99),
    megabytes(rss),
  ];
}
