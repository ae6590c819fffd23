import type { Finding } from '../checks/finding.js';

/** Where a finding is, as an editor opens it: `schema/subgraphs/orders.graphql:12`. */
export function placeOf({ file, line }: Finding): string | undefined {
  return file && line ? `${file}:${line}` : file;
}

/** Who relies on it: `web@1.4.0 (OrderPage, OrderList), demo (WatchOrder)`; of an event, `orders, shipping`. */
export function usersOf({ usedBy = [], consumers = [] }: Finding): string | undefined {
  const byClient = Map.groupBy(usedBy, ({ client, version }) =>
    version === 'workspace' ? client : `${client}@${version}`,
  );
  const clients = [...byClient].map(
    ([client, operations]) => `${client} (${operations.map(({ name }) => name).join(', ')})`,
  );
  const users = [...clients, ...consumers];
  return users.length > 0 ? users.join(', ') : undefined;
}

/** Who let it pass, why, and for how long. */
export function allowanceOf({ allowance }: Finding): string | undefined {
  return allowance && `Allowed until ${allowance.until} by ${allowance.who}: ${allowance.why}`;
}
