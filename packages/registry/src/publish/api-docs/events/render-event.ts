import { partsOf } from '@souk/kit/contracts';
import type { EventVersion } from '../../../state/registry-state.js';
import { ownerBadges } from '../badges.js';
import { type Html, html, prose } from '../html.js';
import { fieldTables } from './field-table.js';

/** One version of an event: who says it to whom, what it holds, and a message that was published once. */
export function renderEvent({ type, description, consumers, schema }: EventVersion, sample: unknown): Html {
  const { owner } = partsOf(type);
  return html`<article id="${type}">
<h3><a href="#${type}">${type}</a></h3>
<p class="flow">${ownerBadges([owner])} <span role="img" aria-label="to">→</span> ${consumers.length > 0 ? ownerBadges(consumers) : 'nobody yet'}</p>
<p>${prose(description)}</p>
${fieldTables(schema, 'Data')}${sample !== undefined && recorded(sample)}</article>
`;
}

function recorded(sample: unknown): Html {
  return html`<details><summary>A recorded message</summary>
<pre><code>${JSON.stringify(sample, null, 2)}</code></pre></details>
`;
}
