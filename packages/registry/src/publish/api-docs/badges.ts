import type { Policy } from '../policies.js';
import { type Html, html } from './html.js';

/** The names of subgraphs, each in its colour. */
export function ownerBadges(owners: readonly string[]): Html {
  return html`${owners.map((owner) => html`<span class="owner" data-owner="${owner}">${owner}</span>`)}`;
}

/** What a caller needs, and how long answers may be kept. */
export function policyBadges({ access, cache }: Policy = {}): Html {
  const seconds = Object.values(cache ?? {}).flatMap(({ maxAge }) => maxAge ?? []);
  return html`${access && accessBadge(access)}${seconds.map((count) => html`<span class="cache">may be kept ${count} s</span>`)}`;
}

function accessBadge({ scopes }: NonNullable<Policy['access']>): Html {
  const needed = scopes?.map((set) => set.join(' and ')).join(' or ') ?? 'a token';
  return html`<span class="access">needs ${needed}</span>`;
}
