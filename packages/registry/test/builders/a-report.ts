import type { Finding } from '../../src/checks/finding.js';
import type { Report } from '../../src/report/report.js';

const removal: Finding = {
  check: 'api',
  level: 'error',
  code: 'FIELD_REMOVED',
  coordinate: 'Order.total',
  message: "Field 'total' was removed from object type 'Order'.",
  fix: 'Put it back and deprecate it first: @deprecated(reason: "Use <what>. Removal: 2026-12-15.").',
  file: 'schema/subgraphs/orders.graphql',
  line: 12,
  usedBy: [
    { client: 'web', version: '1.4.0', name: 'OrderPage' },
    { client: 'web', version: '1.4.0', name: 'OrderList' },
    { client: 'demo', version: 'workspace', name: 'WatchOrder' },
  ],
};

const allowed: Finding = {
  check: 'api',
  level: 'warning',
  code: 'UNION_MEMBER_REMOVED',
  coordinate: 'Found/Guide',
  message: "Member 'Guide' was removed from Union type 'Found'.",
  file: 'schema/subgraphs/catalog.graphql',
  allowance: {
    code: 'UNION_MEMBER_REMOVED',
    coordinate: 'Found/Guide',
    who: 'catalog',
    why: 'No <guide> was ever written.',
    until: '2026-06-30',
  },
};

const planned: Finding = {
  check: 'operations',
  level: 'note',
  code: 'OPERATION_PLANNED',
  coordinate: 'web@1.4.0 OrderPage',
  message: 'Fetches: 1 → 1.',
};

/** A report with a finding of each level, or with other findings of the API. */
export function aReport(ofApi: readonly Finding[] = [removal, allowed]): Report {
  return {
    base: '0123456789abcdef0123456789abcdef01234567',
    preparationMs: 1_250,
    results: [
      { name: 'api', title: 'Changes of the API', findings: ofApi, tookMs: 40 },
      { name: 'operations', title: 'Operations of known clients', findings: [planned], tookMs: 210 },
    ],
  };
}
