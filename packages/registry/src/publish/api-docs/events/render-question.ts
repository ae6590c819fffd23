import type { Question } from '@souk/kit/contracts';
import { toJsonSchema } from '../../to-json-schema.js';
import { ownerBadges } from '../badges.js';
import { type Html, html, prose } from '../html.js';
import { fieldTables } from './field-table.js';

/** A question: who answers it, what is asked and what is answered. */
export function renderQuestion({
  subject,
  owner,
  description,
  timeoutMs,
  request,
  reply,
}: Question<unknown, unknown>): Html {
  return html`<article id="${subject}">
<h3><a href="#${subject}">${subject}</a></h3>
<p class="flow">answered by ${ownerBadges([owner])} within ${timeoutMs / 1_000} s</p>
<p>${prose(description)}</p>
${fieldTables(toJsonSchema(request, subject), 'Request')}${fieldTables(toJsonSchema(reply, subject), 'Reply')}</article>
`;
}
