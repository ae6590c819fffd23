import { expect, test } from '@jest/globals';
import { aReport } from '../../test/builders/a-report.js';
import type { Finding } from '../checks/finding.js';
import { toTerminal } from './to-terminal.js';

const stages = `stage                        errors  warnings  notes   time
what is compared                                      1.3 s`;

test('a report for people says what is refused, where, whom it concerns and what mends it', () => {
  expect(toTerminal(aReport())).toBe(`error    Order.total  FIELD_REMOVED
         Field 'total' was removed from object type 'Order'.
         Used by web@1.4.0 (OrderPage, OrderList), demo (WatchOrder).
         schema/subgraphs/orders.graphql:12
         → Put it back and deprecate it first: @deprecated(reason: "Use <what>.
         Removal: 2026-12-15.").

warning  Found/Guide  UNION_MEMBER_REMOVED
         Member 'Guide' was removed from Union type 'Found'.
         schema/subgraphs/catalog.graphql
         Allowed until 2026-06-30 by catalog: No <guide> was ever written.

${stages}
Changes of the API                1         1      0  0.0 s
Operations of known clients       0         0      1  0.2 s
in all                            1         1      1  1.5 s

Refused, compared with 0123456789ab: 1 error, 1 warning, 1 note.
--notes shows the notes as well.
`);
});

test('notes are shown to those who ask for them', () => {
  expect(toTerminal(aReport([]), { showNotes: true })).toBe(`note     web@1.4.0 OrderPage  OPERATION_PLANNED
         Fetches: 1 → 1.

${stages}
Changes of the API                0         0      0  0.0 s
Operations of known clients       0         0      1  0.2 s
in all                            0         0      1  1.5 s

Passed, compared with 0123456789ab: 0 errors, 0 warnings, 1 note.
`);
});

test('a head that is too wide for its code leaves it to a line of its own, and the consumers of an event are its users', () => {
  const finding: Finding = {
    check: 'events',
    level: 'error',
    code: 'EVENT_FIELD_NARROWED',
    coordinate: 'orders.order.confirmation-requested.v1/customerId/of-the-house',
    message: 'It has a pattern now.',
    consumers: ['inventory', 'shipping'],
  };
  expect(toTerminal(aReport([finding]))).toMatch(
    /^error {4}orders\S+\n {9}EVENT_FIELD_NARROWED\n {9}It has a pattern now\.\n {9}Used by inventory, shipping\.\n/,
  );
});
