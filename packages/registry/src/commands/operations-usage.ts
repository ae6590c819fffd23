import { findUsage, type UsageRow } from '../operations/find-usage.js';
import { readPromises } from '../operations/read-promises.js';
import { textTable } from '../report/text-table.js';
import { runCommand } from './run-command.js';

const usage = `Says which recorded operations use a coordinate of the API.

  npm run operations:usage -- Order.total           a field; or Order, Query.order(id:), OrderStatus.PAID
  npm run operations:usage -- Order.total --json    for programs`;

await runCommand({
  usage,
  options: { json: { type: 'boolean', default: false } },
  operand: 'coordinate',
  run: async ({ root, values, operand }) => {
    const rows = findUsage(await readPromises(root), operand);
    return { text: values.json ? JSON.stringify(rows, null, 2) : describe(operand, rows) };
  },
});

function describe(wanted: string, rows: readonly UsageRow[]): string {
  if (rows.length === 0) return `No recorded operation uses ${wanted}.`;
  const cells = rows.map((row) => [row.coordinate, row.client, row.version, row.operation, `${row.file}:${row.line}`]);
  return textTable(['coordinate', 'client', 'version', 'operation', 'recorded in'], cells);
}
