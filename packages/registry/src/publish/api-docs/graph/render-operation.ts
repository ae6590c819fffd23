import type { GraphQLField } from 'graphql';
import { ownerBadges, policyBadges } from '../badges.js';
import { type Html, html, prose } from '../html.js';
import type { GraphReference } from './graph-reference.js';
import { argumentList, deprecation, signature } from './render-member.js';

/** A query, a mutation or a subscription. */
export function renderOperation(
  root: string,
  field: GraphQLField<unknown, unknown>,
  { owners, policies }: GraphReference,
): Html {
  const coordinate = `${root}.${field.name}`;
  return html`<article id="${coordinate}">
<h3><a href="#${coordinate}">${field.name}</a>${ownerBadges(owners.get(coordinate) ?? [])}${policyBadges(policies[coordinate])}</h3>
<p class="signature"><code>${signature(field, field.args)}</code></p>
<p>${prose(field.description)}</p>${deprecation(field)}${argumentList(field.args)}
</article>
`;
}
