import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findUsage, type UsageRow } from '../operations/find-usage.js';
import { readPromises } from '../operations/read-promises.js';
import { textTable } from '../operations/text-table.js';
import { RegistryInputError } from '../registry-input.error.js';
import { runCommand } from './run-command.js';

const usage = 'npm run operations:usage -- Order.total [--json]';
const root = join(import.meta.dirname, '../../../../..');

/** `npm run operations:usage`: says which recorded operations use a coordinate of the API. */
await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [wanted] = positionals;
  if (!wanted || positionals.length > 1) throw new RegistryInputError(`Expected is one coordinate: ${usage}`);
  const rows = findUsage(await readPromises(root), wanted);
  return { text: values.json ? JSON.stringify(rows, null, 2) : describe(wanted, rows) };
});

function describe(wanted: string, rows: readonly UsageRow[]): string {
  if (rows.length === 0) return `No recorded operation uses ${wanted}.`;
  const cells = rows.map((row) => [row.coordinate, row.client, row.version, row.operation, `${row.file}:${row.line}`]);
  return textTable(['coordinate', 'client', 'version', 'operation', 'recorded in'], cells);
}
