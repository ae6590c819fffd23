import type { JsonSchema } from '../../../state/registry-state.js';
import { type Html, html, prose } from '../html.js';
import { formOf, typeOf } from './describe-field.js';
import { type FieldRow, fieldRows } from './field-rows.js';
import { alternativesOf } from './unfold.js';

/** The fields of a message as a table; one table for each of its alternatives. */
export function fieldTables(schema: JsonSchema, caption: string): Html {
  const alternatives = alternativesOf(schema);
  return html`${alternatives.map((alternative) => fieldTable(alternative, caption + told(alternative, alternatives)))}`;
}

function fieldTable(schema: JsonSchema, caption: string): Html {
  return html`<div class="table"><table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Form</th><th scope="col">Required</th><th scope="col">Meaning</th></tr></thead>
<tbody>
${fieldRows(schema).map(tableRow)}</tbody>
</table></div>
`;
}

function tableRow({ path, schema, isRequired }: FieldRow): Html {
  const meaning = prose(schema['description'] as string | undefined);
  return html`<tr><th scope="row"><code>${path}</code></th><td>${typeOf(schema)}</td><td>${formOf(schema)}</td><td>${isRequired ? 'yes' : 'no'}</td><td>${meaning}</td></tr>
`;
}

/** What tells an alternative from the others: the first field that may be one thing only, or one of few. */
function told(alternative: JsonSchema, alternatives: readonly JsonSchema[]): string {
  if (alternatives.length < 2) return '';
  const properties = Object.entries((alternative['properties'] ?? {}) as Record<string, JsonSchema>);
  const telling = properties.find(([, schema]) => schema['const'] !== undefined || schema['enum']);
  if (!telling) return '';
  const [name, { const: only, enum: few }] = telling;
  return `, ${name} ${((few ?? [only]) as unknown[]).join(' or ')}`;
}
