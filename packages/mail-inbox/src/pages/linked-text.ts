import { escapeHtml } from './escape-html.js';

const address = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/g;

/** Plain text as HTML, in which web addresses can be followed. */
export function linkedText(text: string): string {
  const links = [...text.matchAll(address)];
  const between = text.split(address);
  return between.map((part, position) => escapeHtml(part) + linkTo(links[position]?.[0])).join('');
}

function linkTo(url: string | undefined): string {
  if (!url) return '';
  const escaped = escapeHtml(url);
  return `<a href="${escaped}" target="_blank" rel="noreferrer">${escaped}</a>`;
}
