import { expect, test } from '@jest/globals';
import { aReport } from '../../test/builders/a-report.js';
import type { Finding } from '../checks/finding.js';
import { toMarkdown } from './to-markdown.js';

test('a report for a pull request folds away what need not be read, and has neither tags nor names of people', () => {
  expect(toMarkdown(aReport())).toBe(`## Schema check: ❌ refused

Compared with \`0123456789ab\`: 1 error, 1 warning, 1 note.

### Refused

- **\`Order.total\`** FIELD_REMOVED: Field 'total' was removed from object type 'Order'.<br>
  Used by web@1.4.0 (OrderPage, OrderList), demo (WatchOrder).<br>
  \`schema/subgraphs/orders.graphql:12\`<br>
  **Fix:** Put it back and deprecate it first: \`@deprecated\`(reason: "Use &lt;what&gt;. Removal: 2026-12-15.").

### Worth a look

- **\`Found/Guide\`** UNION_MEMBER_REMOVED: Member 'Guide' was removed from Union type 'Found'.<br>
  \`schema/subgraphs/catalog.graphql\`<br>
  Allowed until 2026-06-30 by catalog: No &lt;guide&gt; was ever written.

<details><summary>Harmless</summary>

### Harmless

- **\`web@1.4.0 OrderPage\`** OPERATION_PLANNED: Fetches: 1 → 1.

</details>

<details><summary>Stages, 1.5 s</summary>

| stage | errors | warnings | notes | time |
|---|---|---|---|---|
| what is compared | | | | 1.3 s |
| Changes of the API | 1 | 1 | 0 | 0.0 s |
| Operations of known clients | 0 | 0 | 1 | 0.2 s |

</details>
`);
});

test('more findings than a comment can hold are counted', () => {
  const removed = (number: number): Finding => ({
    check: 'api',
    level: 'error',
    code: 'FIELD_REMOVED',
    coordinate: `Order.f${number}`,
    message: 'Gone.',
  });
  const text = toMarkdown(aReport(Array.from({ length: 53 }, (_, index) => removed(index))));
  expect(text).toContain('`Order.f49`');
  expect(text).not.toContain('`Order.f50`');
  expect(text).toContain('- … and 3 more: `npm run schema:check -- --notes`');
});
