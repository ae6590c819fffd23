import type { JsonSchema } from '../../../state/registry-state.js';
import { type Html, html } from '../html.js';
import { formOf, typeOf } from './describe-field.js';
import { fieldTables } from './field-table.js';

/** A kind of field that recurs in messages. */
export function renderTitledField(title: string, { title: _title, ...schema }: JsonSchema): Html {
  const form = formOf(schema);
  return html`<article id="field-${title}">
<h3><a href="#field-${title}">${title}</a></h3>
${schema['properties'] ? fieldTables(schema, 'Fields') : html`<p>${typeOf(schema)}${form.text !== '' && ', '}${form}</p>\n`}</article>
`;
}
